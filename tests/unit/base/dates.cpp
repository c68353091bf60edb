#include "linter/base/dates.h"

#include <gtest/gtest.h>

namespace linter::base {
namespace {

TEST(Dates, are_days_of_the_calendar) {
  for (const char* date : {"2027-03-01", "2028-02-29", "1999-12-31"})
    EXPECT_TRUE(is_date(date)) << date;
  for (const char* text : {"", "2027-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-3-1",
                           "27-03-01", "2027/03/01", "2027-03-01 ", "spring"})
    EXPECT_FALSE(is_date(text)) << text;
}

}  // namespace
}  // namespace linter::base
