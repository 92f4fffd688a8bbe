#!/usr/bin/env bash
# Builds the fuzz targets into $OUT, as OSS-Fuzz and ClusterFuzzLite demand. Their images set the
# variables; ci/oss-fuzz/check sets the same ones without an image.
# A library whose sources are in $SRC (ci/oss-fuzz/fetch puts them there) is built with $CXX, because the
# images use libc++. Otherwise the installed one is used.
set -euo pipefail
: "${SRC:?}" "${OUT:?}" "${WORK:?}" "${CC:?}" "${CXX:?}" "${LIB_FUZZING_ENGINE:?}" "${SANITIZER:?}"
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
readonly root installed=$WORK/installed
readonly build=$WORK/netioconf
mkdir -p "$installed"

# The programs of the build, as protoc, run with the sanitizer too, and do not free all memory.
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0
# Hashes and the checks of prefixes count on unsigned numbers that wrap.
if [[ $SANITIZER == undefined ]]; then
  export CFLAGS+=" -fno-sanitize=unsigned-integer-overflow"
  export CXXFLAGS+=" -fno-sanitize=unsigned-integer-overflow"
fi

# Builds and installs a library with CMake: its folder below $SRC, then options. Its coverage does not
# guide the search.
library() {
  local sources=$SRC/$1
  [[ -d $sources ]] || return 0
  CFLAGS="$CFLAGS -fsanitize-coverage=0" CXXFLAGS="$CXXFLAGS -fsanitize-coverage=0" \
    cmake -S "$sources" -B "$WORK/$1" -G Ninja -DCMAKE_BUILD_TYPE=None -DBUILD_SHARED_LIBS=OFF \
    -DCMAKE_INSTALL_PREFIX="$installed" -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_CXX_STANDARD=17 \
    -DCMAKE_POLICY_VERSION_MINIMUM=3.5 -DCMAKE_PREFIX_PATH="$installed" "${@:2}"
  cmake --build "$WORK/$1" --target install
}

# libmnl is four files of C; its own build needs the autotools.
libmnl() {
  [[ -d $SRC/libmnl ]] || return 0
  local objects=$WORK/libmnl
  mkdir -p "$objects" "$installed"/{lib,include}
  touch "$objects/config.h"
  for file in attr callback nlmsg socket; do
    # The flags are words without spaces.
    # shellcheck disable=SC2086
    $CC $CFLAGS -I"$objects" -I"$SRC/libmnl/include" -c "$SRC/libmnl/src/$file.c" -o "$objects/$file.o"
  done
  ar rcs "$installed/lib/libmnl.a" "$objects"/*.o
  cp -r "$SRC/libmnl/include/libmnl" "$installed/include/"
}

# What both the targets and their tests include; the build only compiles what the targets need.
library zlib
library protobuf -Dprotobuf_BUILD_TESTS=OFF -Dprotobuf_WITH_ZLIB=ON
library fmt -DFMT_TEST=OFF -DFMT_DOC=OFF
library pugixml
library json -DJSON_BuildTests=OFF
library CLI11 -DCLI11_BUILD_TESTS=OFF -DCLI11_BUILD_EXAMPLES=OFF -DCLI11_BUILD_DOCS=OFF
library googletest
library rapidcheck -DRC_INSTALL_ALL_EXTRAS=OFF
libmnl

options=()
[[ ! -d $SRC/libprotobuf-mutator ]] || options+=(-DNETIOCONF_MUTATOR_DIR="$SRC/libprotobuf-mutator")
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=None -DBUILD_SHARED_LIBS=OFF \
  -DCMAKE_PREFIX_PATH="$installed" -DProtobuf_USE_STATIC_LIBS=ON -DZLIB_USE_STATIC_LIBS=ON \
  -DNETIOCONF_FUZZ=ON -DNETIOCONF_FUZZING_ENGINE="$LIB_FUZZING_ENGINE" "${options[@]}"
if [[ -n ${NETIOCONF_TARGETS:-} ]]; then  # these only, with seeds that exist: ci/oss-fuzz/check --only
  read -ra targets <<< "$NETIOCONF_TARGETS"
  seeds=${NETIOCONF_SEEDS:?}
  cmake --build "$build" --target "${targets[@]}"
else
  mapfile -t targets < "$build/farm_fuzzers.txt"
  seeds=$build/seeds
  cmake --build "$build" --target "${targets[@]}" seeds
fi

for target in "${targets[@]}"; do
  cp "$build/$target" "$OUT/"
  for beside in "$build/$target".{options,dict}; do
    [[ ! -e $beside ]] || cp "$beside" "$OUT/"
  done
  (cd "$seeds/$target" && cmake -E tar cf "$OUT/${target}_seed_corpus.zip" --format=zip .)
done
