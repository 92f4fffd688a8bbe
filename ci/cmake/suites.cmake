# ctest includes this for each test program. It runs each suite in a process of its own, in the root of
# the repository, with a fixed seed for RapidCheck and with temporary files in the build folder. A
# process for each test would take minutes.
file(MAKE_DIRECTORY "${scratch}")
# Its list of tests is kept until the program is newer, since it takes some seconds to ask all of them.
set(list "${program}.tests")
set(listed "")
if(EXISTS "${program}" AND "${program}" IS_NEWER_THAN "${list}")
  execute_process(COMMAND "${program}" --gtest_list_tests OUTPUT_VARIABLE listed RESULT_VARIABLE result)
  if(result EQUAL 0)
    string(RANDOM LENGTH 8 unique)
    file(WRITE "${list}.${unique}" "${listed}")
    file(RENAME "${list}.${unique}" "${list}")
  endif()
elseif(EXISTS "${program}")
  file(READ "${list}" listed)
endif()
string(REGEX MATCHALL "\n[A-Za-z0-9_/]+[.]" suites "\n${listed}")
if(NOT suites)
  add_test("${folder}" "${program}")  # It fails: the program is missing or does not start.
endif()
foreach(suite IN LISTS suites)
  string(REGEX REPLACE "[\n.]" "" suite "${suite}")
  add_test("${folder}.${suite}" "${program}" "--gtest_filter=${suite}.*")
  set_tests_properties("${folder}.${suite}" PROPERTIES
    TIMEOUT 1200 WORKING_DIRECTORY "${root}"
    ENVIRONMENT "RC_PARAMS=seed=20120711;TEST_TMPDIR=${scratch};NETIOCONF_PROGRESS_INTERVAL=0")
endforeach()
