  // The meanings of status numbers, as bits of a set.
  const uint success = 1, invalid_parameter = 2, not_found = 4, not_supported = 8,
             object_already_exists = 16, file_not_found = 32, invalid_handle = 64,
             not_enough_memory = 128, access_denied = 256, network_unreachable = 512,
             other = 1024;
  const uint family_unspecified = 0, family_ipv4 = 2, family_ipv6 = 23;
  const int conforms = 0, deviates = 1, undecided = 2;
  const uint infinite = 0xffffffff;
  const ulong every_way = ulong.MaxValue;
  const int protocol_at = 88, origin_at = 100;

  static readonly string[] status_names = {
      "success", "invalid_parameter", "not_found", "not_supported", "object_already_exists",
      "file_not_found", "invalid_handle", "not_enough_memory", "access_denied",
      "network_unreachable", "other"};

  // Win32 codes, NTSTATUS, and HRESULTs that contain these.
  static uint meaning_of(uint number) {
    if (number >> 16 == 0x8007) number &= 0xffff;
    switch (number) {
      case 0: return success;
      case 87: case 0xC000000D: return invalid_parameter;
      case 1168: case 0xC0000225: return not_found;
      case 50: case 0xC00000BB: return not_supported;
      case 5010: case 0xC000022A: case 0xC000022B: return object_already_exists;
      case 2: case 0xC0000034: return file_not_found;
      case 6: case 0xC0000008: return invalid_handle;
      case 8: case 0xC0000017: case 0xC000009A: return not_enough_memory;
      case 5: case 0xC0000022: return access_denied;
      case 1231: case 0xC000023C: return network_unreachable;
      default: return other;
    }
  }

  // The documented structures, byte for byte, so that anything can be passed. Offsets are asserted below.
  class Bytes {
    public byte[] bytes;
    public Bytes(int size) { bytes = new byte[size]; }
    public uint Get(int at) { return BitConverter.ToUInt32(bytes, at); }
    public void Put(int at, uint value) { BitConverter.GetBytes(value).CopyTo(bytes, at); }
    public ulong Luid(int at) { return BitConverter.ToUInt64(bytes, at); }
    public bool Same(Bytes that) {
      for (int i = 0; i < bytes.Length; ++i) if (bytes[i] != that.bytes[i]) return false;
      return true;
    }
  }

  // SOCKADDR_INET
  class Address : Bytes {
    public Address() : base(28) {}
    public Address(byte[] from, int at) : base(28) { Array.Copy(from, at, bytes, 0, 28); }
    public uint Family { get { return BitConverter.ToUInt16(bytes, 0); } }
    public int IpAt { get { return Family == family_ipv4 ? 4 : 8; } }
    public int IpSize { get { return Family == family_ipv4 ? 4 : Family == family_ipv6 ? 16 : 0; } }
    public bool IsZero() {
      for (int i = 0; i < IpSize; ++i) if (bytes[IpAt + i] != 0) return false;
      return IpSize != 0;
    }
    // Compares family and IP address only, or all bytes if it is not an IP address.
    public bool SameIp(Address that) {
      if (Family != that.Family) return false;
      if (IpSize == 0) return Same(that);
      for (int i = 0; i < IpSize; ++i) if (bytes[IpAt + i] != that.bytes[IpAt + i]) return false;
      return true;
    }
    // Whether the bytes outside of the IP address that are part of the entry's key are present.
    public bool StraysIn(Address seen) {
      for (int i = 0; i < 28; ++i) if (bytes[i] != 0 && bytes[i] != seen.bytes[i]) return false;
      return true;
    }
    public Address Masked(uint length) {
      Address masked = new Address(bytes, 0);
      for (uint bit = length; bit < 8 * IpSize; ++bit) {
        masked.bytes[IpAt + bit / 8] &= (byte)~(0x80 >> (int)(bit % 8));
      }
      return masked;
    }
    public override string ToString() {
      if (IpSize == 0) return "family " + Family;
      byte[] ip = new byte[IpSize];
      Array.Copy(bytes, IpAt, ip, 0, IpSize);
      return new System.Net.IPAddress(ip).ToString();
    }
  }

  // MIB_IPFORWARD_ROW2
  class RouteRow : Bytes {
    public RouteRow() : base(104) {}
    public ulong InterfaceLuid { get { return Luid(0); } }
    public uint InterfaceIndex { get { return Get(8); } }
    public Address Destination { get { return new Address(bytes, 12); } set { value.bytes.CopyTo(bytes, 12); } }
    public byte PrefixLength { get { return bytes[40]; } }
    public Address NextHop { get { return new Address(bytes, 44); } set { value.bytes.CopyTo(bytes, 44); } }
    public byte SitePrefixLength { get { return bytes[72]; } set { bytes[72] = value; } }
    public uint ValidLifetime { get { return Get(76); } set { Put(76, value); } }
    public uint PreferredLifetime { get { return Get(80); } set { Put(80, value); } }
    public uint Metric { get { return Get(84); } set { Put(84, value); } }
    public uint Protocol { get { return Get(88); } set { Put(88, value); } }
    public byte Loopback { get { return bytes[92]; } set { bytes[92] = value; } }
    public byte AutoconfigureAddress { get { return bytes[93]; } set { bytes[93] = value; } }
    public byte Publish { get { return bytes[94]; } set { bytes[94] = value; } }
    public byte Immortal { get { return bytes[95]; } set { bytes[95] = value; } }
    public uint Age { get { return Get(96); } set { Put(96, value); } }
    public uint Origin { get { return Get(100); } set { Put(100, value); } }
    public override string ToString() {
      return Destination + "/" + PrefixLength + " via " + NextHop + " on luid 0x" +
             InterfaceLuid.ToString("x") + ", index " + InterfaceIndex;
    }
  }

  // MIB_ANYCASTIPADDRESS_ROW
  class AnycastRow : Bytes {
    public AnycastRow() : base(48) {}
    public Address Address { get { return new Address(bytes, 0); } }
    public ulong InterfaceLuid { get { return Luid(32); } }
    public uint InterfaceIndex { get { return Get(40); } }
    public uint ScopeId { get { return Get(44); } }
  }

  [StructLayout(LayoutKind.Sequential, Pack = 4)]
  struct SOCKADDR_INET { public ushort si_family; public ushort port; public uint a, b, c, d, e, f; }
  [StructLayout(LayoutKind.Sequential)]
  struct IP_ADDRESS_PREFIX { public SOCKADDR_INET Prefix; public byte PrefixLength; }
  [StructLayout(LayoutKind.Sequential)]
  struct MIB_IPFORWARD_ROW2 {
    public ulong InterfaceLuid; public uint InterfaceIndex; public IP_ADDRESS_PREFIX DestinationPrefix;
    public SOCKADDR_INET NextHop; public byte SitePrefixLength; public uint ValidLifetime;
    public uint PreferredLifetime; public uint Metric; public uint Protocol; public byte Loopback;
    public byte AutoconfigureAddress; public byte Publish; public byte Immortal; public uint Age;
    public uint Origin;
  }
  [StructLayout(LayoutKind.Sequential)]
  struct MIB_ANYCASTIPADDRESS_ROW {
    public SOCKADDR_INET Address; public ulong InterfaceLuid; public uint InterfaceIndex;
    public uint ScopeId;
  }

  static void assert_offset(Type type, string member, int offset) {
    if ((int)Marshal.OffsetOf(type, member) == offset) return;
    throw new InvalidOperationException(type.Name + "." + member + " is not at " + offset);
  }

  static void assert_layout() {
    Type route = typeof(MIB_IPFORWARD_ROW2), anycast = typeof(MIB_ANYCASTIPADDRESS_ROW);
    if (Marshal.SizeOf(route) != 104 || Marshal.SizeOf(anycast) != 48) {
      throw new InvalidOperationException("the rows do not have their documented size");
    }
    assert_offset(route, "InterfaceIndex", 8);
    assert_offset(route, "DestinationPrefix", 12);
    assert_offset(typeof(IP_ADDRESS_PREFIX), "PrefixLength", 28);
    assert_offset(route, "NextHop", 44);
    assert_offset(route, "SitePrefixLength", 72);
    assert_offset(route, "ValidLifetime", 76);
    assert_offset(route, "PreferredLifetime", 80);
    assert_offset(route, "Metric", 84);
    assert_offset(route, "Protocol", protocol_at);
    assert_offset(route, "Loopback", 92);
    assert_offset(route, "Immortal", 95);
    assert_offset(route, "Age", 96);
    assert_offset(route, "Origin", origin_at);
    assert_offset(anycast, "InterfaceLuid", 32);
    assert_offset(anycast, "InterfaceIndex", 40);
    assert_offset(anycast, "ScopeId", 44);
  }

  static void put(Bytes row, int at, uint value) { row.Put(at, value); }
  static Address no_address() { return new Address(); }
  static Address raw(uint family, string content) {
    Address address = new Address();
    address.bytes[0] = (byte)family;
    address.bytes[1] = (byte)(family >> 8);
    for (int i = 0; i < 26; ++i) address.bytes[2 + i] = (byte)content[i];
    return address;
  }
  static Address ipv4(byte a, byte b, byte c, byte d) {
    Address address = new Address();
    address.bytes[0] = 2;
    new byte[] {a, b, c, d}.CopyTo(address.bytes, 4);
    return address;
  }
  // An address from its first and last eight bytes in network byte order.
  static Address ipv6(ulong high, ulong low) {
    Address address = new Address();
    address.bytes[0] = 23;
    for (int i = 0; i < 8; ++i) {
      address.bytes[8 + i] = (byte)(high >> (56 - 8 * i));
      address.bytes[16 + i] = (byte)(low >> (56 - 8 * i));
    }
    return address;
  }
  // A row with infinite lifetimes and the protocol of a static route.
  static RouteRow route(ulong luid, uint index, Address destination, byte length, Address next_hop) {
    RouteRow row = new RouteRow();
    BitConverter.GetBytes(luid).CopyTo(row.bytes, 0);
    row.Put(8, index);
    row.Destination = destination;
    row.bytes[40] = length;
    row.NextHop = next_hop;
    row.ValidLifetime = row.PreferredLifetime = infinite;
    row.Protocol = 3;
    return row;
  }
  static AnycastRow anycast(ulong luid, uint index, Address address) {
    AnycastRow row = new AnycastRow();
    address.bytes.CopyTo(row.bytes, 0);
    BitConverter.GetBytes(luid).CopyTo(row.bytes, 32);
    row.Put(40, index);
    return row;
  }
