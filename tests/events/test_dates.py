from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.alphabet.span import Span
from dragoman.events.dates import (
    Time,
    anchored,
    end_of,
    find_datelines,
    find_times,
    start_of,
)

TUESDAY = date(2022, 10, 18)
MONDAY = date(2022, 10, 17)
SUNDAY = date(2022, 10, 23)
LEAP_DAY = date(2024, 2, 29)
NEW_YEAR = date(2023, 1, 1)

Found = list[tuple[str, str | None]]


def read(sentence: str, published: date | None = TUESDAY) -> Found:
    return [(time.text, time.value) for time in find_times(sentence, published)]


# Sentences with one expression: its text and its value, published on Tuesday 2022-10-18.
ONE = [
    # dates
    ("The pact was signed on 2022-09-03.", "on 2022-09-03", "2022-09-03"),
    ("The log says 2022-09-03T11:20.", "2022-09-03", "2022-09-03"),
    ("The Sept. 11, 2001 attacks shook them.", "Sept. 11, 2001", "2001-09-11"),
    ("The Feb. 24, 2022 missile strikes went on.", "Feb. 24, 2022", "2022-02-24"),
    ("They must go no later than 1 December.", "1 December", "2022-12-01"),
    ("The 2015 Paris attacks shook them.", "2015", "2015"),
    ("The truce, due to end on Friday, held.", "on Friday", "2022-10-21"),
    ("Filed 2022/09/03.", "2022/09/03", "2022-09-03"),
    ("Filed 30/11/2021.", "30/11/2021", "2021-11-30"),
    ("Filed 11/30/2021.", "11/30/2021", "2021-11-30"),
    ("Filed 03.04.2021.", "03.04.2021", "2021-04-03"),
    ("Filed 03/04/2021.", "03/04/2021", None),
    ("It ended on 30 November 2021.", "on 30 November 2021", "2021-11-30"),
    ("It ended on November 30, 2021, in Minsk.", "on November 30, 2021", "2021-11-30"),
    ("It ended on November 30th 2021.", "on November 30th 2021", "2021-11-30"),
    ("It ended on the 30th of November, 2021.", "on the 30th of November, 2021", "2021-11-30"),
    ("It ended on Nov. 30, 2021.", "on Nov. 30, 2021", "2021-11-30"),
    ("It ended on Nov. 30.", "on Nov. 30", "2021-11-30"),
    ("It ended on 3 Sept.", "on 3 Sept.", "2022-09-03"),
    ("SEOUL, Oct. 17 (Agency) - Seoul protested.", "Oct. 17", "2022-10-17"),
    ("It ended on 17 October.", "on 17 October", "2022-10-17"),
    ("It ended on 19 October.", "on 19 October", "2021-10-19"),
    ("It ended on 5 May last year.", "on 5 May last year", "2021-05-05"),
    ("It ended on Monday, 17 October 2022.", "on Monday, 17 October 2022", "2022-10-17"),
    ("It ended on Monday, October 17.", "on Monday, October 17", "2022-10-17"),
    ("A vote was called for Friday, March 3.", "for Friday, March 3", "2023-03-03"),
    ("They met on the 17th.", "on the 17th", "2022-10-17"),
    ("They met on the 19th.", "on the 19th", "2022-09-19"),
    ("They met on the 31st.", "on the 31st", "2022-08-31"),
    ("They met on the 5th of last month.", "on the 5th of last month", "2022-09-05"),
    ("It was dated 30 February 2021.", "30 February 2021", None),
    ("It was dated 29 February 2021.", "29 February 2021", None),
    ("He spoke on Feb. 29.", "on Feb. 29", "2020-02-29"),
    ("Talks ran 3-7 October 2021.", "3-7 October 2021", "2021-10-03/2021-10-07"),
    ("Talks ran October 3-7, 2021.", "October 3-7, 2021", "2021-10-03/2021-10-07"),
    ("Talks ran between 3 and 7 October.", "between 3 and 7 October", "2022-10-03/2022-10-07"),
    ("The week of October 3 was calm.", "The week of October 3", "2022-10-03/2022-10-09"),
    ("Week 2022-W42 was calm.", "2022-W42", "2022-10-17/2022-10-23"),
    # months
    ("They left in November 2021.", "in November 2021", "2021-11"),
    ("They left in November, 2021.", "in November, 2021", "2021-11"),
    ("They left in July.", "in July", "2022-07"),
    ("They left in October.", "in October", "2022-10"),
    ("They left in December.", "in December", "2021-12"),
    ("They left last July.", "last July", "2022-07"),
    ("They left last October.", "last October", "2021-10"),
    ("They come this July.", "this July", "2022-07"),
    ("They come next July.", "next July", "2023-07"),
    ("They come in the coming July.", "in the coming July", "2023-07"),
    ("They come in July next year.", "in July next year", "2023-07"),
    ("They came in July of last year.", "in July of last year", "2021-07"),
    ("They must be gone by December.", "by December", "2022-12"),
    ("They stay until December.", "until December", "../2022-12"),
    ("The July offensive failed.", "July", "2022-07"),
    ("Russia's July offensive failed.", "July", "2022-07"),
    ("The March elections were void.", "March", "2022-03"),
    ("In April Ukraine struck back.", "In April", "2022-04"),
    ("In May 10 people died.", "In May", "2022-05"),
    ("In November 2000 soldiers died.", "In November", "2021-11"),
    ("They left in mid-July.", "in mid-July", "2022-07"),
    ("They left at the end of May.", "at the end of May", "2022-05"),
    ("They left in the first week of May 2021.", "in the first week of May 2021", "2021-05"),
    ("A vote will be held in July.", "in July", "2023-07"),
    ("The vote was due in July.", "in July", None),
    # days of the week
    ("Talks opened on Monday.", "on Monday", "2022-10-17"),
    ("Talks opened on Tuesday.", "on Tuesday", "2022-10-18"),
    ("Talks opened on Wednesday.", "on Wednesday", "2022-10-12"),
    ("Talks opened Monday night.", "Monday night", "2022-10-17"),
    ("Talks opened late on Monday.", "late on Monday", "2022-10-17"),
    ("Talks opened early Sunday.", "early Sunday", "2022-10-16"),
    ("Talks opened last Tuesday.", "last Tuesday", "2022-10-11"),
    ("Talks open next Monday.", "next Monday", "2022-10-24"),
    ("Talks open next Tuesday.", "next Tuesday", "2022-10-25"),
    ("Talks open this coming Friday.", "this coming Friday", "2022-10-21"),
    ("Talks open on Monday next week.", "on Monday next week", "2022-10-24"),
    ("Talks opened on Monday of last week.", "on Monday of last week", "2022-10-10"),
    ("Talks opened last week on Monday.", "last week on Monday", "2022-10-10"),
    ("Monday's raid killed two.", "Monday", "2022-10-17"),
    ("Guards watched Friday prayers.", "Friday", "2022-10-14"),
    ("Ministers will meet on Monday.", "on Monday", "2022-10-24"),
    ("Ministers will meet on Tuesday.", "on Tuesday", "2022-10-18"),
    ("On Thursday, Iran will vote.", "On Thursday", "2022-10-20"),
    ("Ministers would meet on Friday.", "on Friday", "2022-10-21"),
    ("Ministers were due to meet on Friday.", "on Friday", "2022-10-21"),
    ("Ministers were due to meet on Monday.", "on Monday", None),
    ("The summit is scheduled for Friday.", "for Friday", "2022-10-21"),
    ("The envoy, who will go to Paris, said on Friday he was ready.", "on Friday", "2022-10-14"),
    ("Troops must leave by Friday.", "by Friday", "2022-10-21"),
    ("Troops had left by Friday.", "by Friday", "2022-10-14"),
    ("They will not return until Friday.", "Friday", "2022-10-21"),
    ("They pray every Friday.", "every Friday", None),
    ("They pray on Fridays.", "on Fridays", None),
    # years
    ("The king fled in 1979.", "in 1979", "1979"),
    ("The king fled in the year 1979.", "in the year 1979", "1979"),
    ("The 2015 pact fell.", "2015", "2015"),
    ("Iran praised its 1979 revolution.", "1979", "1979"),
    ("Iran's 2015 deal fell.", "2015", "2015"),
    ("The landmark 2015 nuclear accord fell.", "2015", "2015"),
    ("The disputed 2020 elections cost him.", "2020", "2020"),
    ("He ruled in early 2014.", "in early 2014", "2014"),
    ("He ruled in mid-2021.", "in mid-2021", "2021"),
    ("He ruled from the beginning of 2019.", "from the beginning of 2019", "2019"),
    ("He ruled 2014-2016.", "2014-2016", "2014/2016"),
    ("He ruled 1980–88.", "1980–88", "1980/1988"),
    ("He ruled 2009-10.", "2009-10", "2009/2010"),
    ("He ruled 2009–10.", "2009–10", "2009/2010"),
    ("He ruled between 2014 and 2016.", "between 2014 and 2016", "2014/2016"),
    ("He ruled from 2014 to 2016.", "from 2014 to 2016", "2014/2016"),
    ("He ruled before 2014.", "before 2014", "../2013"),
    ("He ruled after 2014.", "after 2014", "2015/.."),
    ("He ruled until 2016.", "until 2016", "../2016"),
    ("He ruled since 2014.", "since 2014", "2014/.."),
    ("He ruled from 2015 on.", "from 2015 on", "2015/.."),
    ("He ruled from 2015 onwards.", "from 2015 onwards", "2015/.."),
    ("He ruled from 2014 to the present.", "from 2014 to the present", "2014/.."),
    ("A film from 2015 was shown.", "from 2015", "2015"),
    ("Starting in 2015, aid shrank.", "Starting in 2015", "2015/.."),
    ("Critics of the pre-2014 order spoke.", "pre-2014", "../2013"),
    # longer times
    ("Trade grew in the 1990s.", "in the 1990s", "1990/1999"),
    ("Trade grew in the late 1980s.", "in the late 1980s", "1980/1989"),
    ("Trade grew in the '90s.", "in the '90s", "1990/1999"),
    ("Trade grew in the ’90s.", "in the ’90s", "1990/1999"),
    ("Trade grew in the '20s.", "in the '20s", None),
    ("Trade grew in the 1900s.", "in the 1900s", None),
    ("Trade grew in the 2000s.", "in the 2000s", "2000/2009"),
    ("Trade grew in the 19th century.", "in the 19th century", "1801/1900"),
    ("Trade grew in the 18th and 19th centuries.", "in the 18th and 19th centuries", "1701/1900"),
    ("Trade grew in the twentieth century.", "in the twentieth century", "1901/2000"),
    ("Trade grew in the 5th century BC.", "in the 5th century BC", None),
    ("Trade grew last century.", "last century", "1901/2000"),
    ("Trade grew last summer.", "last summer", "2022-06/2022-08"),
    ("Trade grew this autumn.", "this autumn", "2022-09/2022-11"),
    ("Trade grew last winter.", "last winter", "2021-12/2022-02"),
    ("Trade grew in spring 2020.", "in spring 2020", "2020-03/2020-05"),
    ("Trade grew in the autumn of 1998.", "in the autumn of 1998", "1998-09/1998-11"),
    ("Trade grew in winter 2020.", "in winter 2020", None),
    ("Trade grew in the winter of 2020-21.", "in the winter of 2020-21", "2020-12/2021-02"),
    ("Trade grew in the summer.", "in the summer", "2022-06/2022-08"),
    ("Trade must grow by the summer.", "by the summer", "2023-06/2023-08"),
    ("Trade grew in Q3 2020.", "in Q3 2020", "2020-07/2020-09"),
    ("Trade grew in the first quarter of 2022.", "in the first quarter of 2022", "2022-01/2022-03"),
    ("Trade grew in the second half of last year.", "in the second half of last year",
     "2021-07/2021-12"),
    # relative to publication
    ("He spoke today.", "today", "2022-10-18"),
    ("He spoke yesterday.", "yesterday", "2022-10-17"),
    ("He spoke yesterday morning.", "yesterday morning", "2022-10-17"),
    ("He speaks tomorrow.", "tomorrow", "2022-10-19"),
    ("He speaks tonight.", "tonight", "2022-10-18"),
    ("He spoke this morning.", "this morning", "2022-10-18"),
    ("He spoke last night.", "last night", "2022-10-17"),
    ("He spoke the day before yesterday.", "the day before yesterday", "2022-10-16"),
    ("He speaks the day after tomorrow.", "the day after tomorrow", "2022-10-20"),
    ("He spoke this week.", "this week", "2022-10-17/2022-10-23"),
    ("He spoke earlier this week.", "earlier this week", "2022-10-17/2022-10-23"),
    ("He spoke last week.", "last week", "2022-10-10/2022-10-16"),
    ("He spoke the week before last.", "the week before last", "2022-10-03/2022-10-09"),
    ("He speaks this weekend.", "this weekend", "2022-10-22/2022-10-23"),
    ("He spoke over the weekend.", "over the weekend", "2022-10-15/2022-10-16"),
    ("He will speak at the weekend.", "at the weekend", "2022-10-22/2022-10-23"),
    ("He spoke last weekend.", "last weekend", "2022-10-15/2022-10-16"),
    ("He spoke last month.", "last month", "2022-09"),
    ("He spoke late last month.", "late last month", "2022-09"),
    ("He speaks next month.", "next month", "2022-11"),
    ("He spoke last year.", "last year", "2021"),
    ("He speaks later this year.", "later this year", "2022"),
    ("He must speak by the end of the year.", "by the end of the year", "2022"),
    ("He spoke two years ago.", "two years ago", "2020"),
    ("He spoke three months ago.", "three months ago", "2022-07"),
    ("He spoke two weeks ago.", "two weeks ago", "2022-10-03/2022-10-09"),
    ("He spoke 18 days ago.", "18 days ago", "2022-09-30"),
    ("He spoke a decade ago.", "a decade ago", "2012"),
    ("He spoke a century ago.", "a century ago", None),
    ("He spoke more than two years ago.", "more than two years ago", None),
    ("He spoke several years ago.", "several years ago", None),
    ("He spoke decades ago.", "decades ago", None),
    ("He speaks two years from now.", "two years from now", "2024"),
    ("He speaks in two years' time.", "in two years' time", "2024"),
    ("He ruled for the past eight years.", "for the past eight years", "2014/2022"),
    ("He rested over the past two weeks.", "over the past two weeks", "2022-10-04/2022-10-18"),
    ("He rested in the last month.", "in the last month", "2022-09/2022-10"),
    ("He rests over the next two years.", "over the next two years", "2022/2024"),
    ("He rests over the next two weeks.", "over the next two weeks", "2022-10-18/2022-11-01"),
    ("He ruled for eight years.", "for eight years", None),
    ("He ruled for decades.", "for decades", None),
    ("He rested in recent weeks.", "in recent weeks", "2022-09/2022-10"),
    ("He rests in the coming days.", "in the coming days", "2022-10"),
    # intervals
    ("It has held since February.", "since February", "2022-02/.."),
    ("It has held since Monday.", "since Monday", "2022-10-17/.."),
    ("It has held since the 1990s.", "since the 1990s", "1990/.."),
    ("It has failed since last year's coup.", "last year", "2021"),
    ("It has failed since the 2015 pact.", "2015", "2015"),
    ("It fell before Monday's vote.", "Monday", "2022-10-17"),
    ("It fell before Monday.", "before Monday", "../2022-10-16"),
    ("It fell before Monday night.", "before Monday night", "../2022-10-17"),
    ("It fell before the end of May.", "before the end of May", "../2022-05"),
    ("It held from March to May 2020.", "from March to May 2020", "2020-03/2020-05"),
    ("It held from November to February 2020.", "from November to February 2020",
     "2019-11/2020-02"),
    ("It held from May 2020 to July.", "from May 2020 to July", "2020-05/2020-07"),
    ("It held from July to September.", "from July to September", "2022-07/2022-09"),
    ("It held in July–August 2021.", "July–August 2021", "2021-07/2021-08"),
    ("It held from Monday to Friday.", "from Monday to Friday", "2022-10-10/2022-10-14"),
    ("It will hold from Monday to Friday.", "from Monday to Friday", "2022-10-24/2022-10-28"),
    ("It held from 3 May to 5 June 2021.", "from 3 May to 5 June 2021", "2021-05-03/2021-06-05"),
    ("It held two days after 5 May 2021.", "two days after 5 May 2021", "2021-05-07"),
    ("It held the day after Monday.", "the day after Monday", "2022-10-18"),
    # what began then goes on
    ("It has held since the war began in May.", "since the war began in May", "2022-05/.."),
    ("It has held since talks failed last week.", "since talks failed last week", "2022-10-10/.."),
    ("It has held since before the war in 2014.", "in 2014", "2014"),
    # so long, up to publication
    ("They have marched for weeks.", "for weeks", "2022-09/2022-10"),
    ("They marched for weeks.", "for weeks", None),
    ("She has ruled for 13 years.", "for 13 years", "2009/2022"),
    ("She has been jailed for 13 years.", "for 13 years", None),
    ("They fell back in recent days.", "in recent days", "2022-10"),
    ("They fell back in recent months.", "in recent months", "2022"),
    ("They fell back in recent years.", "in recent years", None),
    ("They fell back in the past few days.", "in the past few days", "2022-10"),
    ("They fell back in the past 48 hours.", "in the past 48 hours", "2022-10-16/2022-10-18"),
    ("They fell back over the past year.", "over the past year", "2021/2022"),
    # so soon, from publication on
    ("They will leave in two weeks.", "in two weeks", "2022-10-31/2022-11-06"),
    ("They will leave within 30 days.", "within 30 days", "2022-10-18/2022-11-17"),
    ("He was asked to leave within ten days.", "within ten days", "2022-10-18/2022-10-28"),
    ("He was asked to leave within a month.", "within a month", None),
    ("He will leave within a month.", "within a month", "2022-10/2022-11"),
    ("It was the first visit in ten years.", "in ten years", None),
    # nights and hours
    ("Drones struck the port overnight.", "overnight", "2022-10-17/2022-10-18"),
    ("Drones struck overnight on Friday.", "overnight on Friday", "2022-10-14"),
    ("They fled in the early hours of Friday.", "in the early hours of Friday", "2022-10-14"),
    ("They fled on Friday at 7:30 p.m.", "on Friday at 7:30 p.m.", "2022-10-14"),
    ("They must go by midnight on Friday.", "by midnight on Friday", "2022-10-21"),
    ("The siege ended at 7:30 p.m.", "at 7:30 p.m.", None),
    ("The siege ended at midnight.", "at midnight", None),
    ("The siege ended by 2000 GMT.", "by 2000 GMT", None),
    # parts of the year of publication
    ("Trade fell in the second quarter.", "in the second quarter", "2022-04/2022-06"),
    ("Trade fell in the first half of the year.", "in the first half of the year",
     "2022-01/2022-06"),
    ("Trade fell in the first nine months of 2021.", "in the first nine months of 2021",
     "2021-01/2021-09"),
    ("Aid fell in fiscal 2019.", "in fiscal 2019", "2019"),
    ("The 2021/22 drought passed.", "2021/22", "2021/2022"),
    # dates written otherwise
    ("The attacks of 9/11 shook them.", "9/11", "2001-09-11"),
    ("Leaders met on 4 and 5 October.", "on 4 and 5 October", "2022-10-04/2022-10-05"),
    ("Leaders met on October 4 and 5.", "on October 4 and 5", "2022-10-04/2022-10-05"),
    ("They met on the first of October.", "on the first of October", "2022-10-01"),
    ("2014 protests toppled him.", "2014", "2014"),
    ("The wall at dusk, 1989.", "1989", "1989"),
    # what is arranged lies ahead
    ("The ban takes effect on Saturday.", "on Saturday", "2022-10-22"),
    ("The leaders meet on Saturday.", "on Saturday", "2022-10-22"),
    ("They failed to meet on Saturday.", "on Saturday", "2022-10-15"),
    ("The premier is visiting Rome on Saturday.", "on Saturday", "2022-10-22"),
    ("They agreed to meet on Saturday.", "on Saturday", "2022-10-22"),
    ("They called for a strike on Saturday.", "on Saturday", "2022-10-22"),
    ("They set the vote for Saturday.", "for Saturday", "2022-10-22"),
    ("He was held for Saturday's raid.", "Saturday", "2022-10-15"),
    ("The truce was extended until Saturday.", "until Saturday", "../2022-10-22"),
    ("The envoys had until Saturday to go.", "until Saturday", "../2022-10-22"),
    ("Ministers to hold talks on Saturday", "on Saturday", "2022-10-22"),
    ("The court meets on the 25th.", "on the 25th", "2022-10-25"),
    ("Talks are to be held on Saturday.", "on Saturday", "2022-10-22"),
    ("He would read the note sent on Saturday.", "on Saturday", "2022-10-15"),
    ("After the Commons vote on Saturday, he left.", "on Saturday", "2022-10-15"),
    ("He said he would resign in March.", "in March", "2023-03"),
    ("He said he would resign in July.", "in July", None),
    ("He came on a Saturday.", "on a Saturday", None),
    # holidays
    ("Bells rang on Christmas Day.", "on Christmas Day", "2021-12-25"),
    ("Bells rang on Christmas Eve 2019.", "on Christmas Eve 2019", "2019-12-24"),
    ("Bells rang on New Year's Day.", "on New Year's Day", "2022-01-01"),
    ("Bells will ring on New Year’s Eve.", "on New Year’s Eve", "2022-12-31"),
    # a clock beside a day
    ("The siege ended at 7:30 p.m. on Monday.", "at 7:30 p.m. on Monday", "2022-10-17"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "value"), ONE, ids=[case[0] for case in ONE])
def test_an_expression_has_its_text_and_its_value(
    sentence: str, text: str, value: str | None
) -> None:
    assert read(sentence) == [(text, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The army may withdraw.",
        "Protesters march on the palace.",
        "March on Washington was a slogan.",
        "Give us a second chance.",
        "May he rest in peace.",
        "The Sunday Times reported a purge.",
        "The Mail on Sunday reported a purge.",
        "Families mourned those shot on Bloody Sunday.",
        "August Wilson wrote plays.",
        "A play by August Wilson was banned.",
        "April Ryan asked the president.",
        "Black September claimed the raid.",
        "Members of the June 4th Movement met.",
        "The March 8 Alliance walked out.",
        "The 17 November group claimed the blast.",
        "The October Revolution changed Russia.",
        "Theresa May resigned; May said she was proud.",
        "Russia Today aired it.",
        "The border is watched 24/7.",
        "The home team lost 1-2.",
        "The home team won 3:20.",
        "Flight 1979 was late.",
        "The council passed Resolution 2015 on Mali.",
        "Shops were full on Black Friday.",
        "The overnight curfew was lifted.",
        "Mr. Friday was released.",
        "They marched on the 17th floor.",
        "The army lost 2,000 men.",
        "2015 soldiers fell.",
        "They asked for $2015.",
        "The village has 2030 people.",
        "They burned homes in 2000 villages.",
        "A total of 2000 fled.",
        "The army fired 2015 shells.",
        "The council passed Resolution 1973.",
        "The Tokyo 2020 games passed.",
        "The siege lasted for 20 minutes.",
        "It rose by 2015 points.",
        "They fired 48 hours ago.",
        "It was the last year of the war.",
        "Prices fell by 1.2015 percent.",
        "The summer camp was shelled.",
        "The Arab Spring failed.",
        "Orthodox Christmas Day passed.",
        "Flight 2022-3319-11 landed.",
        "",
        "2015",
    ],
)
def test_what_is_no_date_is_not_found(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("published", "expression", "value"),
    [
        (MONDAY, "on Monday", "2022-10-17"),
        (MONDAY, "last Monday", "2022-10-10"),
        (MONDAY, "next Monday", "2022-10-24"),
        (MONDAY, "on Sunday", "2022-10-16"),
        (MONDAY, "this week", "2022-10-17/2022-10-23"),
        (MONDAY, "over the weekend", "2022-10-15/2022-10-16"),
        (SUNDAY, "this week", "2022-10-17/2022-10-23"),
        (SUNDAY, "over the weekend", "2022-10-22/2022-10-23"),
        (SUNDAY, "last weekend", "2022-10-15/2022-10-16"),
        (LEAP_DAY, "yesterday", "2024-02-28"),
        (LEAP_DAY, "tomorrow", "2024-03-01"),
        (LEAP_DAY, "a year ago", "2023"),
        (LEAP_DAY, "a month ago", "2024-01"),
        (LEAP_DAY, "last month", "2024-01"),
        (LEAP_DAY, "on Feb. 29", "2024-02-29"),
        (LEAP_DAY, "in the past four years", "2020/2024"),
        (LEAP_DAY, "this winter", "2023-12/2024-02"),
        (NEW_YEAR, "yesterday", "2022-12-31"),
        (NEW_YEAR, "last month", "2022-12"),
        (NEW_YEAR, "last year", "2022"),
        (NEW_YEAR, "in December", "2022-12"),
        (NEW_YEAR, "in January", "2023-01"),
        (NEW_YEAR, "on Friday", "2022-12-30"),
        (NEW_YEAR, "this week", "2022-12-26/2023-01-01"),
        (NEW_YEAR, "on New Year's Day", "2023-01-01"),
        (NEW_YEAR, "last quarter", "2022-10/2022-12"),
        (NEW_YEAR, "three days ago", "2022-12-29"),
    ],
)
def test_relative_times_are_seen_from_publication(
    published: date, expression: str, value: str
) -> None:
    [time] = find_times(f"They met {expression}.", published)
    assert time.value == value


@pytest.mark.parametrize(
    "expression", ["Monday", "in July", "last year", "on Nov. 30", "yesterday", "two years ago",
                   "over the weekend", "since February", "the past two weeks", "on Christmas Day"]
)  # fmt: skip
def test_without_a_publication_date_relative_times_have_no_value(expression: str) -> None:
    [time] = find_times(f"They met {expression}.", None)
    assert (time.value, time.precision) == (None, None)


@pytest.mark.parametrize(
    ("expression", "value"),
    [("on 5 May 2021", "2021-05-05"), ("in the 1990s", "1990/1999"), ("since 2014", "2014/..")],
)
def test_absolute_times_need_no_publication_date(expression: str, value: str) -> None:
    [time] = find_times(f"They met {expression}.", None)
    assert time.value == value


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("On 5 May 2021 he fled. Three days earlier, he had won.",
         [("On 5 May 2021", "2021-05-05"), ("Three days earlier", "2021-05-02")]),
        ("He fled on Monday. The following day, he was held.",
         [("on Monday", "2022-10-17"), ("The following day", "2022-10-18")]),
        ("In 2014 he won. Two years later, he lost.",
         [("In 2014", "2014"), ("Two years later", "2016")]),
        ("In 2014 he won. Three days later, he lost.",
         [("In 2014", "2014"), ("Three days later", None)]),
        ("He won in May 2014 and fled in August of that year.",
         [("in May 2014", "2014-05"), ("in August of that year", "2014-08")]),
        ("He fled on 5 May 2021. A day later she left. Two days later they met.",
         [("on 5 May 2021", "2021-05-05"), ("A day later", "2021-05-06"),
          ("Two days later", None)]),
        ("He left in July. Since then they have not met.",
         [("in July", "2022-07"), ("Since then", "2022-07/..")]),
        ("They fled on Monday. The next day they met.",
         [("on Monday", "2022-10-17"), ("The next day", "2022-10-18")]),
        ("They fled on 5 May 2021. A week later they met.",
         [("on 5 May 2021", "2021-05-05"), ("A week later", "2021-05-12")]),
        ("The polls closed on Sunday. At 22:30, she won.",
         [("on Sunday", "2022-10-16"), ("At 22:30", "2022-10-16")]),
        ("They will vote on Sunday. He fell at 22:30.",
         [("on Sunday", "2022-10-23"), ("at 22:30", None)]),
        ("He had fled the day before.", [("the day before", None)]),
        ("In 2014 he won, and left at the end of the year.",
         [("In 2014", "2014"), ("at the end of the year", None)]),
    ],
)  # fmt: skip
def test_times_told_from_a_date_are_counted_from_it(story: str, found: Found) -> None:
    assert read(story) == found


def test_a_time_without_a_value_is_passed_over_with_its_reason() -> None:
    times, passed = anchored(find_times("On Monday he wept for decades.", TUESDAY))
    assert [time.text for time in times] == ["On Monday"]
    assert [(p.stage, p.text, p.reason) for p in passed] == [
        ("events", "for decades", "a time of no known days")
    ]


def test_a_time_that_needs_the_day_of_publication_says_so() -> None:
    [time] = find_times("He fled on Monday.", None)
    assert time.reason == "a time told from the day of publication, which is not known"


@pytest.mark.parametrize(
    ("line", "values"),
    [("Friday, September 9, 2016", ["2016-09-09"]), ("Posted on Friday", []),
     ("Photo taken on 9 September 2016", [])],
)  # fmt: skip
def test_a_date_is_a_dateline_where_it_stands_alone(line: str, values: list[str]) -> None:
    text = f"{line} Talks failed on 3 May 2011."
    found = find_datelines(text, [Span(0, len(line)), Span(len(line) + 1, len(text))])
    assert [time.value for time in found] == values


def test_an_expression_stays_in_its_sentence() -> None:
    assert read("They met in May. On Friday they left.") == [
        ("in May", "2022-05"), ("On Friday", "2022-10-14")
    ]  # fmt: skip


def test_the_preposition_of_what_a_day_owns_is_left_out() -> None:
    assert read("They voted on Monday's bill.") == [("Monday", "2022-10-17")]


def test_a_date_far_back_is_no_anchor() -> None:
    story = (
        "He fled on 5 May 2021." + " The army said nothing more." * 20 + " A day later, he wrote."
    )
    assert read(story)[-1] == ("A day later", None)


def test_years_in_a_row_share_their_sign() -> None:
    assert read("They met in 2014, 2015 and 2016.") == [
        ("in 2014", "2014"),
        ("2015", "2015"),
        ("2016", "2016"),
    ]


def test_a_number_after_a_year_is_not_another_year() -> None:
    assert read("In 2014, 2015 soldiers fell.") == [("In 2014", "2014")]


def test_what_was_moved_from_day_to_day_is_no_interval() -> None:
    found = read("The vote was postponed from Monday to Friday.")
    assert found == [("from Monday", "2022-10-17"), ("Friday", None)]


def test_may_is_a_month_beside_a_person_called_may() -> None:
    assert read("Theresa May flew to Kabul in May.") == [("in May", "2022-05")]


@pytest.mark.parametrize(
    ("expression", "precision"),
    [("on 5 May 2021", "day"), ("this week", "week"), ("in May 2021", "month"),
     ("in Q1 2021", "quarter"), ("in 2021", "year"), ("in the 1990s", "decade"),
     ("last summer", "interval"), ("since 2014", "interval"), ("for decades", None)],
)  # fmt: skip
def test_precision_says_how_exact_a_value_is(expression: str, precision: str | None) -> None:
    [time] = find_times(f"They met {expression}.", TUESDAY)
    assert time.precision == precision


def test_expressions_may_run_over_the_end_of_a_line() -> None:
    assert read("It ended on 30\nNovember 2021.") == [("on 30\nNovember 2021", "2021-11-30")]


def test_expressions_do_not_run_over_the_end_of_a_paragraph() -> None:
    assert ("May\n\n2021", "2021-05") not in read("It ended in May\n\n2021 began.")


def test_only_the_given_spans_are_read() -> None:
    text = "In 2014 he won. In 2016 he lost."
    assert [time.text for time in find_times(text, TUESDAY, [Span(16, 32)])] == ["In 2016"]


def test_an_expression_that_leaves_a_span_is_cut_to_what_lies_inside() -> None:
    text = "It ended in November 2021."
    assert [time.text for time in find_times(text, TUESDAY, [Span(0, 20)])] == ["in November"]


def test_spans_may_overlap_and_leave_the_text() -> None:
    text = "In 2014 he won."
    found = find_times(text, TUESDAY, [Span(0, 99), Span(-4, 9), Span(40, 50)])
    assert [time.text for time in found] == ["In 2014"]


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2022-10-17", date(2022, 10, 17), date(2022, 10, 17)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2014/2016", date(2014, 1, 1), date(2016, 12, 31)),
        ("2022-02/..", date(2022, 2, 1), None),
        ("../2022-05", None, date(2022, 5, 31)),
    ],
)
def test_a_value_has_a_first_and_a_last_day(
    value: str, start: date | None, end: date | None
) -> None:
    assert (start_of(value), end_of(value)) == (start, end)


@pytest.mark.parametrize("value", ["", "May", "2022-13", "2022-02-30", "2022/", ".."])
def test_what_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the calendar's own words differ by version
        end_of(value), start_of(value)


# --- properties -----------------------------------------------------------------------
_WORDS = st.sampled_from(
    [
        "in",
        "on",
        "since",
        "until",
        "by",
        "from",
        "to",
        "between",
        "and",
        "before",
        "after",
        "the",
        "last",
        "next",
        "this",
        "early",
        "mid-",
        "end",
        "of",
        "Monday",
        "Friday",
        "May",
        "March",
        "July",
        "Nov.",
        "30",
        "17th",
        "2015",
        "2014-16",
        "1990s",
        "'90s",
        "week",
        "month",
        "year",
        "ago",
        "two",
        "days",
        "later",
        "will",
        "would",
        ",",
        ".",
        "'",
        "’s",
        "-",
        "–",
        "\n",
        "century",
        "19th",
        "Q3",
        "quarter",
        "summer",
        "winter",
        "99",
        "31",
        "Feb.",
        "29",
        "yesterday",
        "weekend",
        "decade",
        "past",
        "every",
        ",",
        "0000-00-00",
        "30/11/2021",
        "half",
        "first",
        "since then",
        "overnight",
        "22:30",
        "7 p.m.",
        "9/11",
        "for",
        "have",
        "weeks",
        "recent",
        "within",
        "48 hours",
        "the first of",
        "Christmas",
        "meet",
        "was due",
        "ſecond",
        "٣",
        "Auguſt",
    ]
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=25).map(" ".join))
_DATES = st.one_of(st.none(), st.dates())


def _in_order(times: tuple[Time, ...]) -> bool:
    return all(a.span.end <= b.span.start for a, b in itertools.pairwise(times))


@given(_TEXTS, _DATES)
def test_any_text_gives_times_that_lie_in_it_in_order(text: str, published: date | None) -> None:
    times = find_times(text, published)
    assert _in_order(times)
    assert all(time.span.of(text) == time.text != "" for time in times)


@given(_TEXTS, _DATES)
def test_every_value_is_an_interval_that_runs_forward(text: str, published: date | None) -> None:
    for time in find_times(text, published):
        assert (time.value is None) == (time.precision is None)
        if time.value is not None:
            start, end = start_of(time.value), end_of(time.value)
            assert start is None or end is None or start <= end


@given(_TEXTS, st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90))))
def test_every_time_lies_inside_a_given_span(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), max(pair)) for pair in pairs]
    covered = {index for span in spans for index in range(span.start, span.end)}
    for time in find_times(text, TUESDAY, spans):
        assert covered.issuperset(range(time.span.start, time.span.end))


@given(st.dates(), st.sampled_from(["on Monday", "in July", "on Nov. 30", "on Feb. 29"]))
def test_the_past_is_never_after_publication(published: date, expression: str) -> None:
    [time] = find_times(f"They met {expression}.", published)
    if time.value is not None:
        start = start_of(time.value)
        assert start is not None
        assert start <= published


@given(_TEXTS, _DATES)
def test_every_time_has_either_a_value_or_a_reason(text: str, published: date | None) -> None:
    assert all((time.value is None) == bool(time.reason) for time in find_times(text, published))


def test_a_hundred_thousand_words_give_the_times_of_each_sentence() -> None:
    story = "The premier met rebels on Monday, two days after the 2015 pact had lapsed in May. "
    once = len(find_times(story, TUESDAY))
    assert once > 1
    assert len(find_times(story * 6_000, TUESDAY)) == once * 6_000


@pytest.mark.parametrize(
    "piece",
    [
        "since a b ",
        "to hold ",
        "at 22:30 ",
        "has ruled for 13 years ",
        "1.",
        "May ",
        " on Monday",
        "May 1-",
        "in 2015 and ",
        "\n",
        "1",
    ],
)
def test_a_hundred_thousand_characters_of_one_piece_are_read(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    assert all(time.span.of(text) == time.text for time in find_times(text, TUESDAY))
