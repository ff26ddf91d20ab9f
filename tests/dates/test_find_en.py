"""English expressions under a header of a day (Monday 3 October 2016), a month, a year, or none."""

from __future__ import annotations

import pytest

from tasks.dates.find import find_dates

MONDAY = "2016-10-03"
MONTH = "2016-11"

# text, expression, EDTF under 2016-10-03
CALENDAR = [
    ("The offensive began on Sept. 22.", "Sept. 22", "2016-09-22"),
    ("The offensive began on Sept. 22, 2015, in the east.", "Sept. 22, 2015", "2015-09-22"),
    ("It started on September 22nd and went on.", "September 22nd", "2016-09-22"),
    ("It started on 22 September 2016.", "22 September 2016", "2016-09-22"),
    ("It began on the 22nd of September.", "the 22nd of September", "2016-09-22"),
    ("Dated 2016-09-22 in the archive.", "2016-09-22", "2016-09-22"),
    ("Signed on 9/22/2016 in Geneva.", "9/22/2016", "2016-09-22"),
    ("On Monday, Oct. 3, rebels shelled the town.", "Monday, Oct. 3", "2016-10-03"),
    ("He was shot on Friday, September 30, 2016.", "Friday, September 30, 2016", "2016-09-30"),
    ("He died on December 24.", "December 24", "2015-12-24"),
    ("The vote will take place on December 24.", "December 24", "2016-12-24"),
    ("They fled in September 2016.", "September 2016", "2016-09"),
    ("They fled in September.", "September", "2016-09"),
    ("They fled in October.", "October", "2016-10"),
    ("They fled in November.", "November", "2015-11"),
    ("The talks will resume in November.", "November", "2016-11"),
    ("The January attack killed nine.", "January", "2016-01"),
    ("He was arrested in May.", "May", "2016-05"),
    ("He was arrested in March 2014.", "March 2014", "2014-03"),
    ("Fighting broke out there in 2012.", "2012", "2012"),
    ("The 1994 genocide left deep scars.", "1994", "1994"),
    ("The war (2003) was long.", "2003", "2003"),
    ("It was built in 1852.", "1852", "1852"),
    ("It has lasted since 2012.", "since 2012", "2012/.."),
    ("Under siege since July.", "since July", "2016-07/.."),
    ("They have fought since June 2014.", "since June 2014", "2014-06/.."),
    ("They have fought since early 2015.", "since early 2015", "2015-01-01/.."),
    ("Until 2014 he was a general.", "Until 2014", "../2014"),
    ("He ruled until February 2011.", "until February 2011", "../2011-02"),
    ("The truce lasted from July 18 to 21.", "July 18 to 21", "2016-07-18/2016-07-21"),
    ("The talks on July 13-15, 2015, failed.", "July 13-15, 2015", "2015-07-13/2015-07-15"),
    ("The talks on July 13–15 failed.", "July 13–15", "2016-07-13/2016-07-15"),
    ("It was agreed on 13-15 July 2015.", "13-15 July 2015", "2015-07-13/2015-07-15"),
    ("He served from November 2013 to July 2014.", "from November 2013 to July 2014", "2013-11/2014-07"),
    ("Between June 2014 and April 2016 officials counted 200.", "Between June 2014 and April 2016", "2014-06/2016-04"),
    ("Between 2002 and 2008 it received money.", "Between 2002 and 2008", "2002/2008"),
    ("From 1939 to 1945 it was occupied.", "From 1939 to 1945", "1939/1945"),
    ("The 2003-2006 war.", "2003-2006", "2003/2006"),
    ("They met on May 2 and 3.", "May 2 and 3", "{2016-05-02,2016-05-03}"),
    ("Protests in 2011 and 2013 shook Cairo.", "2011 and 2013", "{2011,2013}"),
    ("Loans were made in the 1970s.", "the 1970s", "1970/1979"),
    ("They fled in the 1980s.", "the 1980s", "1980/1989"),
    ("In the nineties they left.", "the nineties", "1990/1999"),
    ("A 19th century fort.", "19th century", "1801/1900"),
    ("Shot in the summer of 2014.", "the summer of 2014", "2014-22"),
    ("It was frozen in the fall of 2014.", "the fall of 2014", "2014-23"),
    ("It fell in spring 2015.", "spring 2015", "2015-21"),
    ("In winter 2015 they starved.", "winter 2015", "2015-24"),
    ("In early June, five officers were killed.", "early June", "2016-06-01/2016-06-10"),
    ("It ended in failure in mid-August.", "mid-August", "2016-08-11/2016-08-20"),
    ("In late September 2015 they left.", "late September 2015", "2015-09-21/2015-09-30"),
    ("In early 2015 they left.", "early 2015", "2015-01/2015-04"),
    ("In late 2015 they left.", "late 2015", "2015-09/2015-12"),
    ("At the end of 2014 troops left.", "the end of 2014", "2014-12"),
    ("In the first quarter of 2016 it grew.", "the first quarter of 2016", "2016-01/2016-03"),
    ("After 9/11 the law was changed.", "9/11", "2001-09-11"),
    ("It was bombed in World War II.", "World War II", "1939/1945"),
    ("They attacked on Christmas Day.", "Christmas Day", "2015-12-25"),
]  # fmt: skip

RELATIVE = [
    ("They spoke by phone on Saturday.", "Saturday", "2016-10-01"),
    ("They spoke by phone on Monday.", "Monday", "2016-10-03"),
    ("Wednesday's attack killed nine.", "Wednesday", "2016-09-28"),
    ("The shells fell Friday.", "Friday", "2016-09-30"),
    ("They will meet on Friday.", "Friday", "2016-10-07"),
    ("He is expected to speak on Tuesday.", "Tuesday", "2016-10-04"),
    ("He was killed last Friday.", "last Friday", "2016-09-30"),
    ("He was killed last Monday.", "last Monday", "2016-09-26"),
    ("The ceremony is next Friday.", "next Friday", "2016-10-07"),
    ("They arrived on Saturday night.", "Saturday night", "2016-10-01"),
    ("They were held Friday morning.", "Friday morning", "2016-09-30"),
    ("Late Wednesday, he announced it.", "Late Wednesday", "2016-09-28"),
    ("He was seized early on Wednesday.", "early on Wednesday", "2016-09-28"),
    ("In the early hours of Sunday they attacked.", "In the early hours of Sunday", "2016-10-02"),
    ("He was seized overnight Saturday.", "overnight Saturday", "2016-10-01/2016-10-02"),
    ("They met on Friday and Saturday.", "Friday and Saturday", "{2016-09-30,2016-10-01}"),
    ("It lasted from Thursday to Saturday.", "from Thursday to Saturday", "2016-09-29/2016-10-01"),
    ("The arrests since Thursday were many.", "since Thursday", "2016-09-29/.."),
    ("They have until Friday to leave.", "until Friday", "../2016-09-30"),
    ("They bombed it today.", "today", "2016-10-03"),
    ("They bombed it yesterday.", "yesterday", "2016-10-02"),
    ("They bombed it yesterday morning.", "yesterday morning", "2016-10-02"),
    ("He leaves tomorrow.", "tomorrow", "2016-10-04"),
    ("He left the day before yesterday.", "the day before yesterday", "2016-10-01"),
    ("He arrives the day after tomorrow.", "the day after tomorrow", "2016-10-05"),
    ("The president will speak tonight.", "tonight", "2016-10-03"),
    ("A bomb fell this afternoon.", "this afternoon", "2016-10-03"),
    ("Planes struck last night.", "last night", "2016-10-02/2016-10-03"),
    ("Two were killed overnight.", "overnight", "2016-10-02/2016-10-03"),
    ("A deal collapsed last week.", "last week", "2016-09-26/2016-10-02"),
    ("A deal collapsed last month.", "last month", "2016-09"),
    ("A deal collapsed last year.", "last year", "2015"),
    ("Last year's deal held.", "Last year", "2015"),
    ("The deal was signed this year.", "this year", "2016"),
    ("The deal was signed this month.", "this month", "2016-10"),
    ("Elections will be held next year.", "next year", "2017"),
    ("Elections will be held next month.", "next month", "2016-11"),
    ("They will meet next week.", "next week", "2016-10-10/2016-10-16"),
    ("They will meet later this week.", "later this week", "2016-10-04/2016-10-09"),
    ("They will vote later this month.", "later this month", "2016-10-04/2016-10-31"),
    ("Nine were killed earlier this month.", "earlier this month", "2016-10-01/2016-10-02"),
    ("Nine were killed earlier this year.", "earlier this year", "2016-01-01/2016-10-02"),
    ("So far this year 90 were killed.", "So far this year", "2016-01-01/2016-10-03"),
    ("By the end of this year they will leave.", "By the end of this year", "../2016-12"),
    ("Two were shot over the weekend.", "the weekend", "2016-10-01/2016-10-02"),
    ("Fighting erupted last weekend.", "last weekend", "2016-10-01/2016-10-02"),
    ("They will march next weekend.", "next weekend", "2016-10-15/2016-10-16"),
    ("It was frozen last fall.", "last fall", "2015-23"),
    ("He was shot last summer.", "last summer", "2016-22"),
    ("Many were hurt this summer.", "this summer", "2016-22"),
    ("It was held last May.", "last May", "2016-05"),
    ("Arrests peaked this past January.", "this past January", "2016-01"),
    ("In June last year they left.", "June last year", "2015-06"),
    ("On Tuesday last week they left.", "Tuesday last week", "2016-09-27"),
    ("He left a week ago.", "a week ago", "2016-09-26"),
    ("He left two weeks ago.", "two weeks ago", "2016-09-19"),
    ("He left 10 days ago.", "10 days ago", "2016-09-23"),
    ("He left three months ago.", "three months ago", "2016-07"),
    ("He left two years ago.", "two years ago", "2014"),
    ("He left nearly twenty-five years ago.", "nearly twenty-five years ago", "1991"),
    ("He left half a year ago.", "half a year ago", "2016-04"),
    ("He left a few months ago.", "a few months ago", "2016-04/2016-08"),
    ("It began more than a year ago.", "more than a year ago", "../2015-10-03"),
    ("He left several years ago.", "several years ago", "../2014"),
    ("In the past three days it became worse.", "In the past three days", "2016-10-01/2016-10-03"),
    ("Over the last two weeks they fled.", "Over the last two weeks", "2016-09-19/2016-10-03"),
    ("In the past week four died.", "In the past week", "2016-09-26/2016-10-03"),
    ("Protests roiled the city in recent days.", "in recent days", "2016-09-27/2016-10-03"),
    ("In the coming days they will attack.", "In the coming days", "2016-10-04/2016-10-10"),
    ("Over the next three days they will meet.", "Over the next three days", "2016-10-04/2016-10-06"),
    ("They have not flown for the first time in 29 days.", "in 29 days", "2016-09-04/2016-10-03"),
    ("He was shot on Friday at 9 a.m. in his car.", "Friday at 9 a.m.", "2016-09-30"),
    ("At 9:30 p.m. Friday the bomb went off.", "At 9:30 p.m. Friday", "2016-09-30"),
]  # fmt: skip

# text, expression, EDTF under 2016-11
UNDER_A_MONTH = [
    ("They met on Wednesday.", "Wednesday", "[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23,2016-11-30]"),
    ("They met on Friday.", "Friday", "[2016-10-28,2016-11-04,2016-11-11,2016-11-18,2016-11-25]"),
    ("They will meet on Friday.", "Friday", "[2016-11-04,2016-11-11,2016-11-18,2016-11-25,2016-12-02]"),
    ("It fell yesterday.", "yesterday", "2016-10-31/2016-11-29"),
    ("It fell today.", "today", "2016-11-01/2016-11-30"),
    ("He leaves tomorrow.", "tomorrow", "2016-11-02/2016-12-01"),
    ("It fell a week ago.", "a week ago", "2016-10-25/2016-11-23"),
    ("It fell last month.", "last month", "2016-10"),
    ("It fell last year.", "last year", "2015"),
    ("It fell last week.", "last week", "2016-10-24/2016-11-27"),
    ("It fell earlier this week.", "earlier this week", "2016-10-31/2016-11-29"),
    ("It fell in September.", "September", "2016-09"),
    ("It fell in November.", "November", "2016-11"),
    ("It fell two months ago.", "two months ago", "2016-09"),
    ("Under siege since July.", "since July", "2016-07/.."),
    ("Under siege since Wednesday.", "since Wednesday", "2016-10-26/.."),
    ("It fell on Oct. 12.", "Oct. 12", "2016-10-12"),
]  # fmt: skip

# text, expression, kind, value
OTHER_KINDS = [
    ("The meeting began at 9 a.m. in Geneva.", "at 9 a.m.", "TIME", "T09:00"),
    ("The meeting began at 9:30 p.m. in Geneva.", "at 9:30 p.m.", "TIME", "T21:30"),
    ("It began at 14:30 GMT.", "at 14:30 GMT", "TIME", "T14:30Z"),
    ("It was over by noon.", "noon", "TIME", "T12:00"),
    ("A week-long truce held.", "week-long", "DURATION", "P1W"),
    ("A three-day visit ended.", "three-day", "DURATION", "P3D"),
    ("He was jailed for 16 years.", "16 years", "DURATION", "P16Y"),
    ("The battle took ten hours.", "ten hours", "DURATION", "PT10H"),
    ("They waited twenty-four hours.", "twenty-four hours", "DURATION", "PT24H"),
    ("They waited several weeks.", "several weeks", "DURATION", None),
    ("They protest every Friday.", "every Friday", "SET", None),
    ("They protest on Sundays.", "Sundays", "SET", None),
]

NOTHING = [
    "They may march again, he said.",
    "The second hospital was hit.",
    "Some 2016 troops were sent.",
    "A total of 1,994 people fled.",
    "Call 555-2016-11 or +47 22 22 20 16.",
    "They won 3-2 after extra time.",
    "The price rose to $2012 a ton.",
    "Version 2016.11.3 is out.",
    "An 18-year-old was shot.",
    "The man, 30 years old, was shot.",
    "It fell by 2015% in value.",
    "He was born on February 30.",
    "It happened on April 31, or so they say.",
    "He sat down and read The Sun.",
    "The Arab Spring was over.",
    "Resolution 2254 was adopted.",
    "A march of second-rate soldiers.",
    "The fall of the city was near.",
    "It cost 1990 dollars.",
]


def only(text: str, published: str | None, expression: str) -> tuple[str | None, str]:
    found = find_dates(text, "en", published)
    match = [e for e in found if e.text == expression]
    assert match, [(e.text, e.value) for e in found]
    assert text[match[0].start : match[0].end] == expression
    return match[0].value, match[0].kind


@pytest.mark.parametrize(("text", "expression", "value"), CALENDAR + RELATIVE)
def test_under_a_day(text: str, expression: str, value: str) -> None:
    assert only(text, MONDAY, expression) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "value"), UNDER_A_MONTH)
def test_under_a_month(text: str, expression: str, value: str) -> None:
    assert only(text, MONTH, expression) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "kind", "value"), OTHER_KINDS)
def test_times_durations_and_sets(text: str, expression: str, kind: str, value: str | None) -> None:
    assert only(text, MONDAY, expression) == (value, kind)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_date(text: str) -> None:
    assert [(e.text, e.value) for e in find_dates(text, "en", MONDAY) if e.kind == "DATE"] == []


@pytest.mark.parametrize(("text", "expression", "value"), RELATIVE)
def test_relative_without_a_header_is_found_but_not_resolved(text: str, expression: str, value: str) -> None:
    found = next(e for e in find_dates(text, "en", None) if e.text == expression)
    assert (found.value, found.date_start, found.date_end, found.anchor) == (None, None, None, None)


def test_later_and_earlier_hang_on_the_date_named_last() -> None:
    text = "The truce began on Sept. 12. Two days later it was broken; it was signed three days earlier."
    assert [(e.text, e.value) for e in find_dates(text, "en", MONDAY)] == [
        ("Sept. 12", "2016-09-12"), ("Two days later", "2016-09-14"), ("three days earlier", "2016-09-11"),
    ]  # fmt: skip
