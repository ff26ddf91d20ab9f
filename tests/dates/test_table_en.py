"""English expressions as news writes them, from the coding rules: a second table beside test_find_en.py."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.dates.expression import TimeExpression
from tasks.dates.find import find_dates

MONDAY = "2016-10-03"
MONTH = "2016-11"
YEAR = "2016"

# text, expression, EDTF under 2016-10-03: the words name the year or the period
CALENDAR = [
    ("The former premier was assassinated on 14 February 2005.", "14 February 2005", "2005-02-14"),
    ("A truck bomb on Feb. 14, 2005, tore through the seafront.", "Feb. 14, 2005", "2005-02-14"),
    ("The motorcade was hit on the 14th of February 2005.", "the 14th of February 2005", "2005-02-14"),
    ("On Friday 13 November 2015 gunmen stormed a concert hall.", "Friday 13 November 2015", "2015-11-13"),
    ("It was Tuesday, September 11, 2001, when the towers fell.", "Tuesday, September 11, 2001", "2001-09-11"),
    ("Invading forces crossed the border on March 20th, 2003.", "March 20th, 2003", "2003-03-20"),
    ("The regime collapsed on 9 Apr 2003.", "9 Apr 2003", "2003-04-09"),
    ("Statement issued 2015-11-13 by the prosecutor.", "2015-11-13", "2015-11-13"),
    ("The permit, stamped 13/11/2015, had expired.", "13/11/2015", "2015-11-13"),
    ("The warrant of 11/13/2015 named three officers.", "11/13/2015", "2015-11-13"),
    ("The memo is dated 9/22/16 and unsigned.", "9/22/16", "2016-09-22"),
    ("The decree of 3/4/2016 was annulled.", "3/4/2016", "[2016-03-04,2016-04-03]"),
    ("A raid was logged on 25/2/2016 and the reprisal came on 3/4/2016.", "3/4/2016", "2016-04-03"),
    ("A raid was logged on 2/25/2016 and the reprisal came on 3/4/2016.", "3/4/2016", "2016-03-04"),
    ("The accord was initialled on the first of May, 1997.", "the first of May, 1997", "1997-05-01"),
    ("Troops mutinied on the twenty-third of August 2012.", "the twenty-third of August 2012", "2012-08-23"),
    ("Border guards opened fire on 22nd Sept 2014.", "22nd Sept 2014", "2014-09-22"),
    ("The journalist was captured in Sept. '14.", "Sept. '14", "2014-09"),
    ("Students set up barricades in May ’68.", "May ’68", "1968-05"),
    ("Back in '99 the province was under bombardment.", "'99", "1999"),
    ("The dam burst in July 2006.", "July 2006", "2006-07"),
    ("Georgian units shelled the enclave in Aug. 2008.", "Aug. 2008", "2008-08"),
    ("The strait was closed to shipping in 1967.", "1967", "1967"),
    ("Constantinople fell in 1453.", "1453", "1453"),
    ("Revenue shrank in Q3 2016, the treasury reported.", "Q3 2016", "2016-07/2016-09"),
    ("Asylum claims doubled in Q1 2015.", "Q1 2015", "2015-01/2015-03"),
    ("Output slumped in the fourth quarter of 2014.", "the fourth quarter of 2014", "2014-10/2014-12"),
    ("Executions rose in the first half of 2016.", "the first half of 2016", "2016-01/2016-06"),
    ("Piracy declined in the second half of 2013.", "the second half of 2013", "2013-07/2013-12"),
    ("Plague emptied the port in the 17th century.", "the 17th century", "1601/1700"),
    ("The treaty dates back to the eighteenth century.", "the eighteenth century", "1701/1800"),
    ("Cyberwar is a product of the 21st century.", "the 21st century", "2001/2100"),
    ("The camps were built in the 1950s.", "the 1950s", "1950/1959"),
    ("Militias flourished in the 80s.", "the 80s", "1980/1989"),
    ("Inflation ravaged the republic in the '90s.", "the '90s", "1990/1999"),
    ("The sixties saw a wave of coups across the continent.", "The sixties", "1960/1969"),
    ("Ceasefire violations peaked in week 38 of 2016.", "week 38 of 2016", "2016-09-19/2016-09-25"),
    ("The bulletin for 2016-W38 lists nine raids.", "2016-W38", "2016-09-19/2016-09-25"),
    ("Figures for 2015-W53 are missing.", "2015-W53", "2015-12-28/2016-01-03"),
    ("Conscripts reported on the first Monday of October 2014.", "the first Monday of October 2014", "2014-10-06"),
    ("The mosque was torched on the last Friday of June 2015.", "the last Friday of June 2015", "2015-06-26"),
    ("A runoff was held on the second Sunday in May 2015.", "the second Sunday in May 2015", "2015-05-10"),
    ("Rioting gripped the port on the third weekend in May 2015.", "the third weekend in May 2015",
     "2015-05-16/2015-05-17"),
    ("The enclave starved in the last week of March 2016.", "the last week of March 2016", "2016-03-28/2016-04-03"),
    ("Flights were halted in the first week of May 2016.", "the first week of May 2016", "2016-05-02/2016-05-08"),
    ("Looting spread in the last week of August 2016.", "the last week of August 2016", "2016-08-22/2016-08-28"),
    ("Negotiators gave up in late 2013.", "late 2013", "2013-09/2013-12"),
    ("By then, in mid-2012, the suburbs were in ruins.", "mid-2012", "2012-05/2012-08"),
    ("At the start of 2011 nobody foresaw the uprising.", "the start of 2011", "2011-01"),
    ("At the end of March 2014 the peninsula was annexed.", "the end of March 2014", "2014-03-21/2014-03-31"),
    ("The pilot was burned alive in early February 2015.", "early February 2015", "2015-02-01/2015-02-10"),
    ("The president was toppled at the beginning of July 2013.", "the beginning of July 2013",
     "2013-07-01/2013-07-10"),
    ("Mosul was overrun in the middle of June 2014.", "the middle of June 2014", "2014-06-11/2014-06-20"),
    ("Protesters occupied the square in autumn 2013.", "autumn 2013", "2013-23"),
    ("The uprising spread in the spring of 2011.", "the spring of 2011", "2011-21"),
    ("Tens of thousands froze in the winter of 2014.", "the winter of 2014", "2014-24"),
    ("The empire broke apart after World War I.", "World War I", "1914/1918"),
    ("The Second World War left the harbour in rubble.", "The Second World War", "1939/1945"),
]  # fmt: skip

# text, expression, EDTF under 2016-10-03: the year has to be found by the tense
YEARLESS_PAST = [
    ("Rebels overran the garrison on 5 December.", "5 December", "2015-12-05"),
    ("The minister resigned on October 11 after the leak.", "October 11", "2016-10-11"),
    ("Floodwater swallowed the village on 31 October.", "31 October", "2016-10-31"),
    ("Police dispersed the crowd on November 1.", "November 1", "2015-11-01"),
    ("On 2 October the aid convoy turned back.", "2 October", "2016-10-02"),
    ("A judge freed the editor on Feb. 29.", "Feb. 29", "2016-02-29"),
    ("The earthquake on 14 January levelled the school.", "14 January", "2016-01-14"),
    ("Shelling resumed in December.", "December", "2015-12"),
    ("The bridge collapsed in April, killing six.", "April", "2016-04"),
    ("Dozens of migrants drowned in late November.", "late November", "2015-11-21/2015-11-30"),
    ("The junta seized power in mid-July.", "mid-July", "2016-07-11/2016-07-20"),
    ("Prosecutors charged him in early October.", "early October", "2016-10-01/2016-10-10"),
    ("On Thursday, June 16, a lawmaker was stabbed.", "Thursday, June 16", "2016-06-16"),
    ("The pact was broken on the twenty-seventh of February.", "the twenty-seventh of February", "2016-02-27"),
    ("Fireworks killed four on the Fourth of July.", "the Fourth of July", "2016-07-04"),
    ("A drone hit the tanker on the 19th of Aug.", "the 19th of Aug.", "2016-08-19"),
    ("Landslides buried the hamlet in week 30.", "week 30", "2016-07-25/2016-07-31"),
    ("Arrests doubled in the third quarter.", "the third quarter", "2016-07/2016-09"),
    ("The last Friday of June saw three bombings.", "The last Friday of June", "2016-06-24"),
    ("The militia struck in the last week of August.", "the last week of August", "2016-08-22/2016-08-28"),
    ("They voted on the first Tuesday in November.", "the first Tuesday in November", "2015-11-03"),
]  # fmt: skip

YEARLESS_FUTURE = [
    ("Voters will elect a parliament on 20 December.", "20 December", "2016-12-20"),
    ("The tribunal is to deliver its verdict on March 24.", "March 24", "2017-03-24"),
    ("The ceasefire is due to take effect on 5 October.", "5 October", "2016-10-05"),
    ("The referendum is scheduled for 4 December.", "4 December", "2016-12-04"),
    ("The trial opens on January 9 in The Hague.", "January 9", "2017-01-09"),
    ("The donor summit begins on 28 October.", "28 October", "2016-10-28"),
    ("Parliament votes on 15 November on the emergency budget.", "15 November", "2016-11-15"),
    ("The envoy said the parties would meet again on 12 February.", "12 February", "2017-02-12"),
    ("Peacekeepers are expected to withdraw in June.", "June", "2017-06"),
    ("A new charter will be drafted in September.", "September", "2017-09"),
    ("The airport will reopen in October.", "October", "2016-10"),
    ("The blockade will be lifted in early February.", "early February", "2017-02-01/2017-02-10"),
    ("The supreme court hears the appeal on Nov. 30.", "Nov. 30", "2016-11-30"),
    ("He is set to be sworn in on Friday, January 20.", "Friday, January 20", "2017-01-20"),
    ("The two armies will hold drills on 13–15 November.", "13–15 November", "2016-11-13/2016-11-15"),
    ("Observers will arrive in week 45.", "week 45", "2016-11-07/2016-11-13"),
    ("Americans will vote on the second Tuesday in November.", "the second Tuesday in November", "2016-11-08"),
]  # fmt: skip

YEARLESS_NO_TENSE = [
    ("Peace talks in Vienna, 20 December", "20 December", "2016-12-20"),
    ("Roadblock north of the capital, 15 June", "15 June", "2016-06-15"),
    ("Timetable: donor conference in Brussels, 10 November", "10 November", "2016-11-10"),
    ("Picture: funeral in Homs, August 21", "August 21", "2016-08-21"),
    ("Hearing: Jan. 12", "Jan. 12", "2017-01-12"),
    ("Background: the June siege of Daraya", "June", "2016-06"),
    ("Calendar: party congress in December", "December", "2016-12"),
]  # fmt: skip

RELATIVE = [
    ("Loyalists recaptured the hill yesterday evening.", "yesterday evening", "2016-10-02"),
    ("The cabinet fell late yesterday.", "late yesterday", "2016-10-02"),
    ("The curfew will be eased tomorrow night.", "tomorrow night", "2016-10-04"),
    ("A minibus was ambushed earlier today.", "earlier today", "2016-10-03"),
    ("Mortars hit the embassy this morning.", "this morning", "2016-10-03"),
    ("The prime minister addresses the nation this evening.", "this evening", "2016-10-03"),
    ("The hostages were moved three days ago.", "three days ago", "2016-09-30"),
    ("Six weeks ago the governor vanished.", "Six weeks ago", "2016-08-22"),
    ("Nearly three weeks ago a ferry capsized.", "Nearly three weeks ago", "2016-09-12"),
    ("The ambassador was recalled a month ago.", "a month ago", "2016-09"),
    ("Eight months ago the siege was tightened.", "Eight months ago", "2016-02"),
    ("A year ago Moscow sent its bombers.", "A year ago", "2015"),
    ("Five years ago the south seceded.", "Five years ago", "2011"),
    ("A few days ago a priest was murdered.", "A few days ago", "2016-09-27/2016-10-01"),
    ("The dossier was leaked several months ago.", "several months ago", "../2016-08"),
    ("They stopped eating more than two weeks ago.", "more than two weeks ago", "../2016-09-19"),
    ("The wells were poisoned the week before last.", "the week before last", "2016-09-19/2016-09-25"),
    ("Early last week the front line shifted.", "Early last week", "2016-09-26/2016-09-27"),
    ("Late last month two aid trucks were torched.", "Late last month", "2016-09-21/2016-09-30"),
    ("Early this year the currency was floated.", "Early this year", "2016-01/2016-04"),
    ("Late last year a jet was downed.", "Late last year", "2015-09/2015-12"),
    ("At the beginning of this year the sheikh was executed.", "the beginning of this year", "2016-01"),
    ("The mission will close at the end of this month.", "the end of this month", "2016-10-21/2016-10-31"),
    ("A verdict is expected early next month.", "early next month", "2016-11-01/2016-11-10"),
    ("The base will be handed over at the end of next year.", "the end of next year", "2017-12"),
    ("Defence spending climbed last quarter.", "last quarter", "2016-07/2016-09"),
    ("This spring the levees gave way.", "This spring", "2016-21"),
    ("Last winter refugees burned furniture to stay warm.", "Last winter", "2015-24"),
    ("The alliance will deploy four battalions next spring.", "next spring", "2017-21"),
    ("Next summer the garrison will be doubled.", "Next summer", "2017-22"),
    ("Last December the frigate ran aground.", "Last December", "2015-12"),
    ("In December last year a coup was foiled.", "December last year", "2015-12"),
    ("In March this year suicide bombers hit the airport.", "March this year", "2016-03"),
    ("France will choose a president in May next year.", "May next year", "2017-05"),
    ("The two sides will hold talks this weekend.", "this weekend", "2016-10-08/2016-10-09"),
    ("Clashes flared this past weekend.", "this past weekend", "2016-10-01/2016-10-02"),
    ("The amnesty will expire a week from now.", "a week from now", "2016-10-10"),
    ("The inquiry will report in ten days' time.", "in ten days' time", "2016-10-13"),
]  # fmt: skip

WEEKDAYS = [
    ("A sniper shot the mayor on Tuesday evening.", "Tuesday evening", "2016-09-27"),
    ("On Thursday afternoon the senate overrode the veto.", "Thursday afternoon", "2016-09-29"),
    ("Sunday's landslide cut the only road.", "Sunday", "2016-10-02"),
    ("Gunfire rang out early Sunday.", "early Sunday", "2016-10-02"),
    ("Late on Tuesday the cabinet quit.", "Late on Tuesday", "2016-09-27"),
    ("Helicopters strafed the camp overnight Friday.", "overnight Friday", "2016-09-30/2016-10-01"),
    ("Barrel bombs fell overnight into Sunday.", "overnight into Sunday", "2016-10-01/2016-10-02"),
    ("The security council meets Wednesday.", "Wednesday", "2016-10-05"),
    ("Lawmakers vote Thursday on the amnesty bill.", "Thursday", "2016-10-06"),
    ("The murder trial opens on Thursday.", "Thursday", "2016-10-06"),
    ("The pope is to fly to Baku on Saturday.", "Saturday", "2016-10-08"),
    ("The suspect is due in court on Wednesday.", "Wednesday", "2016-10-05"),
    ("Miners will walk out next Sunday.", "next Sunday", "2016-10-09"),
    ("Delegates will gather next Monday.", "next Monday", "2016-10-10"),
    ("The embargo will be reviewed this Thursday.", "this Thursday", "2016-10-06"),
    ("He will be buried this coming Saturday.", "this coming Saturday", "2016-10-08"),
    ("Last Tuesday a bus plunged into the gorge.", "Last Tuesday", "2016-09-27"),
    ("The cathedral was shelled this past Wednesday.", "this past Wednesday", "2016-09-28"),
    ("Officers mutinied on Thursday last week.", "Thursday last week", "2016-09-29"),
    ("On Monday of last week the pipeline was blown up.", "Monday of last week", "2016-09-26"),
    ("The chancellor will testify on Wednesday next week.", "Wednesday next week", "2016-10-12"),
    ("Polling stations will open a week from Friday.", "a week from Friday", "2016-10-14"),
    ("Officials said Sunday the truce will begin on Friday.", "Friday", "2016-10-07"),
    ("Officials said Sunday the truce will begin on Friday.", "Sunday", "2016-10-02"),
]  # fmt: skip

# text, expression, EDTF, anchor: counted from the day that the text named last
RELATIONS = [
    ("The army entered the city on March 3. Three weeks later it withdrew.", "Three weeks later",
     "2016-03-24", "2016-03-03"),
    ("Gunmen took hostages on 14 August; the next day all were freed.", "the next day", "2016-08-15", "2016-08-14"),
    ("On July 15 tanks rolled out. The following day the plot collapsed.", "The following day",
     "2016-07-16", "2016-07-15"),
    ("The vote was held on 23 June; the day before, rain flooded the capital.", "the day before",
     "2016-06-22", "2016-06-23"),
    ("He surrendered on 9 May. A day earlier his brother had been shot.", "A day earlier", "2016-05-08", "2016-05-09"),
    ("She was found on May 30, four days earlier she had been reported missing.", "four days earlier",
     "2016-05-26", "2016-05-30"),
    ("Jets hit the clinic on 28 April. On the same day a market was shelled.", "the same day",
     "2016-04-28", "2016-04-28"),
    ("The ship sailed on 2 August 2016; a week later it sank.", "a week later", "2016-08-09", "2016-08-02"),
    ("Rioters burned the court on 20 July. Ten days later nine were charged.", "Ten days later",
     "2016-07-30", "2016-07-20"),
    ("The rising began in 2011. Two years later the city fell.", "Two years later", "2013", "2011"),
    ("The dictator fled in February 2011; a month later the airstrikes began.", "a month later",
     "2011-03", "2011-02"),
    ("The truce began on 12 September. The following Wednesday it was broken.", "The following Wednesday",
     "2016-09-14", "2016-09-12"),
    ("The king died on 1 July 2016 and the following Friday his heir was crowned.", "the following Friday",
     "2016-07-08", "2016-07-01"),
    ("Militants stormed the prison on July 20. The day after the attack the warden quit.", "The day after",
     "2016-07-21", "2016-07-20"),
    ("A pact was signed on 12 September. Eight days after it was signed a convoy was hit.", "Eight days after",
     "2016-09-20", "2016-09-12"),
    ("The ballot was held on 7 June. Two days before the vote a candidate withdrew.", "Two days before",
     "2016-06-05", "2016-06-07"),
    ("Two days later the governor fled.", "Two days later", None, None),
    ("The day after the blast schools stayed shut.", "The day after", None, None),
    ("The following Wednesday the council was dissolved.", "The following Wednesday", None, None),
]  # fmt: skip

# text, expression, EDTF: the day to count from stands inside the expression
RELATED_TO_A_DATE = [
    ("The capital fell three weeks after 20 March 2003.", "three weeks after 20 March 2003", "2003-04-10"),
    ("Reinforcements landed two weeks after 3 March.", "two weeks after 3 March", "2016-03-17"),
    ("The orphanage burned down two days before Christmas Eve.", "two days before Christmas Eve", "2015-12-22"),
    ("The wall was stormed the day after 8 November 1989.", "the day after 8 November 1989", "1989-11-09"),
    ("The lawmaker was shot a week before June 23.", "a week before June 23", "2016-06-16"),
    ("Ten days after July 15, 2016, the purge widened.", "Ten days after July 15, 2016", "2016-07-25"),
    ("The monastery was raided the day before Good Friday.", "the day before Good Friday", "2016-03-24"),
]  # fmt: skip

SPANS = [
    ("The enclave has been cut off since 12 September.", "since 12 September", "2016-09-12/.."),
    ("The conflict has raged since March 2011.", "since March 2011", "2011-03/.."),
    ("The clerics have ruled since 1979.", "since 1979", "1979/.."),
    ("No water has reached the district since yesterday.", "since yesterday", "2016-10-02/.."),
    ("The envoy has been missing since last Friday.", "since last Friday", "2016-09-30/.."),
    ("Rents have tripled since last year.", "since last year", "2015/.."),
    ("Power has been out since Tuesday.", "since Tuesday", "2016-09-27/.."),
    ("The border was sealed until 1991.", "until 1991", "../1991"),
    ("The rebels held the pass until March 2013.", "until March 2013", "../2013-03"),
    ("He stayed in hiding until 30 June 2015.", "until 30 June 2015", "../2015-06-30"),
    ("The carrier will be replaced by 2020.", "by 2020", "../2020"),
    ("All camps will be dismantled by the end of 2017.", "by the end of 2017", "../2017-12"),
    ("The factions will disarm by December 31.", "by December 31", "../2016-12-31"),
    ("The parties will submit lists by Thursday.", "by Thursday", "../2016-10-06"),
    ("The last brigade will leave by March.", "by March", "../2017-03"),
    ("Between 1998 and 2000 the neighbours fought over a dusty plain.", "Between 1998 and 2000", "1998/2000"),
    ("Snipers killed a hundred between 18 and 20 February 2014.", "between 18 and 20 February 2014",
     "2014-02-18/2014-02-20"),
    ("Between 12 April and 3 May 2015 the capital shook.", "Between 12 April and 3 May 2015", "2015-04-12/2015-05-03"),
    ("Civil war devastated Lebanon from 1975 to 1990.", "from 1975 to 1990", "1975/1990"),
    ("She was held from June 2012 until March 2013.", "from June 2012 until March 2013", "2012-06/2013-03"),
    ("Fighting paused from 30 June to 3 July.", "from 30 June to 3 July", "2016-06-30/2016-07-03"),
    ("The port was blockaded from December to February.", "from December to February", "2015-12/2016-02"),
    ("Storms battered the coast from 28 December to 3 January.", "from 28 December to 3 January",
     "2015-12-28/2016-01-03"),
    ("Leaders convened on 22–24 Sept. 2016.", "22–24 Sept. 2016", "2016-09-22/2016-09-24"),
    ("The June 5–10, 1967, war redrew the map.", "June 5–10, 1967", "1967-06-05/1967-06-10"),
    ("The 1990-91 Gulf crisis ruined him.", "1990-91", "1990/1991"),
    ("Doctors went on strike from Tuesday to Thursday.", "from Tuesday to Thursday", "2016-09-27/2016-09-29"),
    ("Cholera killed ten between Monday and Wednesday.", "between Monday and Wednesday", "2016-09-26/2016-09-28"),
    ("The negotiators will sit from Thursday to Sunday.", "from Thursday to Sunday", "2016-10-06/2016-10-09"),
    ("Warplanes bombed the suburb on Saturday and Sunday.", "Saturday and Sunday", "{2016-10-01,2016-10-02}"),
    ("Rallies were banned on Monday and Tuesday.", "Monday and Tuesday", "{2016-09-26,2016-09-27}"),
    ("The defendants will testify on Thursday and Friday.", "Thursday and Friday", "{2016-10-06,2016-10-07}"),
    ("Massacres on 1 and 2 June 2014 shocked the province.", "1 and 2 June 2014", "{2014-06-01,2014-06-02}"),
    ("Cyclones in 2004 and 2007 flattened the delta.", "2004 and 2007", "{2004,2007}"),
]  # fmt: skip

WINDOWS = [
    ("In the past five days 40 shells have landed.", "In the past five days", "2016-09-29/2016-10-03"),
    ("Over the past 10 days the lira has plunged.", "Over the past 10 days", "2016-09-23/2016-10-03"),
    ("Over the past three weeks militants seized four towns.", "Over the past three weeks", "2016-09-12/2016-10-03"),
    ("Twelve deserted in the last three months.", "in the last three months", "2016-07-03/2016-10-03"),
    ("In the past month rents doubled.", "In the past month", "2016-09-03/2016-10-03"),
    ("Over the past year 300 reporters were jailed.", "Over the past year", "2015-10-03/2016-10-03"),
    ("In the past six weeks nobody was rescued.", "In the past six weeks", "2016-08-22/2016-10-03"),
    ("Over the past few days looting has subsided.", "Over the past few days", "2016-09-27/2016-10-03"),
    ("The garrison must surrender within 24 hours.", "within 24 hours", "2016-10-03/2016-10-04"),
    ("Diplomats were told to leave within 48 hours.", "within 48 hours", "2016-10-03/2016-10-05"),
    ("A deal will be announced within 72 hours.", "within 72 hours", "2016-10-03/2016-10-06"),
    ("Over the next two weeks inspectors will visit the plant.", "Over the next two weeks", "2016-10-04/2016-10-17"),
    ("Heavy rain will lash the coast over the next five days.", "over the next five days", "2016-10-04/2016-10-08"),
    ("Tribunals will try 50 officers over the next six months.", "over the next six months", "2016-10-04/2017-04-03"),
    ("Food entered the town for the first time in 10 days.", "in 10 days", "2016-09-23/2016-10-03"),
]  # fmt: skip

# text, expression, the period: a set's value is None or that
SETS = [
    ("Worshippers were searched every Sunday.", "every Sunday", None),
    ("Widows gather outside the ministry each Thursday.", "each Thursday", None),
    ("Every Saturday night the barracks is fired upon.", "Every Saturday night", None),
    ("The committee convenes every other Monday.", "every other Monday", None),
    ("Mondays are quiet at the crossing.", "Mondays", None),
    ("The military court sits on Wednesdays.", "Wednesdays", None),
    ("The list of the dead grows every day.", "every day", "P1D"),
    ("Floods drive thousands from home every year.", "every year", "P1Y"),
    ("Prisoners are rotated every two weeks.", "every two weeks", "P2W"),
    ("Shells land on the suburb daily.", "daily", "P1D"),
    ("Cargo planes land twice a week.", "twice a week", "P1W"),
    ("Inspectors visit the camp once a month.", "once a month", "P1M"),
]  # fmt: skip

# text, expression, ISO 8601
DURATIONS = [
    ("The town withstood bombardment for 29 days.", "29 days", "P29D"),
    ("A two-week truce was declared.", "two-week", "P2W"),
    ("The six-month mission was extended.", "six-month", "P6M"),
    ("The 40-day siege broke the garrison.", "40-day", "P40D"),
    ("Negotiators argued for three hours.", "three hours", "PT3H"),
    ("The blackout lasted 90 minutes.", "90 minutes", "PT90M"),
    ("A 72-hour pause was proposed.", "72-hour", "PT72H"),
    ("The general was sentenced to five years in prison.", "five years", "P5Y"),
    ("For two decades the family ran the state.", "two decades", "P20Y"),
    ("The day-long gun battle left six dead.", "day-long", "P1D"),
    ("The hunger strike went on for 100 days.", "100 days", "P100D"),
    ("They were detained for eighteen months without charge.", "eighteen months", "P18M"),
    ("The march took eleven days.", "eleven days", "P11D"),
    ("Firefighters battled the blaze for several days.", "several days", None),
    ("The ministers conferred for a few hours.", "a few hours", None),
]  # fmt: skip

# text, ISO 8601: hours are a length of time, with or without their preposition, and never a date
HOURS = [
    ("The square was cleared in two hours.", "PT2H"),
    ("Rescuers dug out the miners in six hours.", "PT6H"),
    ("The leaders spoke by telephone for five hours.", "PT5H"),
    ("The roof caved in within minutes and the fire burned for forty minutes.", "PT40M"),
]

CLOCK = [
    ("The curfew starts at 7 p.m. in the capital.", "at 7 p.m.", "T19:00"),
    ("The first blast came at 6:45 a.m. near the market.", "at 6:45 a.m.", "T06:45"),
    ("The gunman opened fire shortly after 10 pm in the club.", "10 pm", "T22:00"),
    ("The quake struck at 03:36 and was felt in Rome.", "at 03:36", "T03:36"),
    ("The 1400 GMT deadline passed without word.", "1400 GMT", "T14:00Z"),
    ("Contact was lost at 14:00 UTC over the sea.", "at 14:00 UTC", "T14:00Z"),
    ("The ceasefire came into force at 0600 GMT and held.", "at 0600 GMT", "T06:00Z"),
    ("Debate began shortly after 5 p.m. EST in the senate.", "5 p.m. EST", "T17:00-05:00"),
    ("The verdict was read at 9:30 a.m. EDT to a packed court.", "at 9:30 a.m. EDT", "T09:30-04:00"),
    ("The tremor hit at 12:05 a.m. and woke thousands.", "at 12:05 a.m.", "T00:05"),
    ("The siege ended at 12:30 p.m. without bloodshed.", "at 12:30 p.m.", "T12:30"),
    ("Crowds had filled the square before noon.", "noon", "T12:00"),
    ("The ultimatum ran out at midnight.", "midnight", "T00:00"),
    ("Firing stopped around half past nine.", "half past nine", "T09:30"),
    ("The train was derailed around quarter past eight.", "quarter past eight", "T08:15"),
    ("Sirens sounded around quarter to six.", "quarter to six", "T05:45"),
]  # fmt: skip

# text, how the expression begins, ISO 8601: "local time" gives no offset
LOCAL_CLOCK = [
    ("The raid ended at 14:00 local time without arrests.", "at 14:00", "T14:00"),
    ("Voting closes at 9:30 p.m. local time nationwide.", "at 9:30 p.m.", "T21:30"),
]

# text, expression, EDTF: a clock time on a day is that day
CLOCK_ON_A_DAY = [
    ("A car bomb exploded at 8:15 a.m. on Sunday outside the court.", "at 8:15 a.m. on Sunday", "2016-10-02"),
    ("The plane vanished at 2:30 a.m. on 19 May off Crete.", "at 2:30 a.m. on 19 May", "2016-05-19"),
    ("The truce will start at 7 p.m. Wednesday in the north.", "at 7 p.m. Wednesday", "2016-10-05"),
]  # fmt: skip

FEASTS = [
    ("A dormitory was shelled on Christmas Eve.", "Christmas Eve", "2015-12-24"),
    ("Women were assaulted outside the station on New Year's Eve.", "New Year's Eve", "2015-12-31"),
    ("A nightclub was attacked on New Year's Day.", "New Year's Day", "2016-01-01"),
    ("The president will pardon prisoners on Christmas Day.", "Christmas Day", "2016-12-25"),
    ("In 2014 truces held; on Christmas Eve 2014 carols were sung at the front.", "Christmas Eve 2014", "2014-12-24"),
    ("Clashes marred Good Friday processions.", "Good Friday", "2016-03-25"),
    ("A suicide bomber struck the park on Easter Sunday.", "Easter Sunday", "2016-03-27"),
    ("Riots broke out on Easter Monday.", "Easter Monday", "2016-03-28"),
    ("The archbishop washed refugees' feet on Maundy Thursday.", "Maundy Thursday", "2016-03-24"),
    ("Pilgrims were barred on Palm Sunday.", "Palm Sunday", "2016-03-20"),
    ("The chapel was vandalised on Ascension Day.", "Ascension Day", "2016-05-05"),
    ("Ferries were cancelled on Whit Monday.", "Whit Monday", "2016-05-16"),
    ("Pilgrims were ambushed on Good Friday 2015.", "Good Friday 2015", "2015-04-03"),
    ("The ceasefire will begin on Easter Sunday.", "Easter Sunday", "2017-04-16"),
    ("The governor lifted the curfew on Thanksgiving.", "Thanksgiving", "2015-11-26"),
    ("Troops will return home by plane on Thanksgiving.", "Thanksgiving", "2016-11-24"),
    ("Nine people were shot on Labor Day.", "Labor Day", "2016-09-05"),
    ("Veterans laid wreaths on Memorial Day.", "Memorial Day", "2016-05-30"),
    ("Graves were desecrated on All Saints' Day.", "All Saints' Day", "2015-11-01"),
    ("The mayor will impose a curfew on Halloween.", "Halloween", "2016-10-31"),
    ("Crowds were sprayed with tear gas on New Year's Day 2011.", "New Year's Day 2011", "2011-01-01"),
    ("The convent was looted on Maundy Thursday 2014.", "Maundy Thursday 2014", "2014-04-17"),
    ("A roadside bomb went off on Whit Sunday.", "Whit Sunday", "2016-05-15"),
]  # fmt: skip

# text, expression, the day most countries kept: reckoning gives three days around it or beside it
ISLAMIC_FEASTS = [
    ("A bomber killed worshippers on Eid al-Adha.", "Eid al-Adha", "2016-09-12"),
    ("The guns fell silent on Eid al-Fitr.", "Eid al-Fitr", "2016-07-06"),
    ("Pilgrims were crushed on Eid al-Adha 2015.", "Eid al-Adha 2015", "2015-09-24"),
]

# text, expression, EDTF under 2016-11
MONTH_HEADER = [
    ("The council approved the sanctions on Monday.", "Monday",
     "[2016-10-31,2016-11-07,2016-11-14,2016-11-21,2016-11-28]"),
    ("Tuesday's vote stunned the markets.", "Tuesday", "[2016-11-01,2016-11-08,2016-11-15,2016-11-22,2016-11-29]"),
    ("Last Wednesday the dam gave way.", "Last Wednesday", "[2016-10-26,2016-11-02,2016-11-09,2016-11-16,2016-11-23]"),
    ("The inquest will open on Thursday.", "Thursday", "[2016-11-03,2016-11-10,2016-11-17,2016-11-24,2016-12-01]"),
    ("Delegates will convene next Tuesday.", "next Tuesday",
     "[2016-11-08,2016-11-15,2016-11-22,2016-11-29,2016-12-06]"),
    ("Shots were fired last weekend.", "last weekend",
     "[2016-10-29,2016-10-30,2016-11-05,2016-11-06,2016-11-12,2016-11-13,2016-11-19,2016-11-20,2016-11-26,2016-11-27]"),
    ("The refinery was sabotaged two days ago.", "two days ago", "2016-10-30/2016-11-28"),
    ("Three weeks ago the consulate was stormed.", "Three weeks ago", "2016-10-11/2016-11-09"),
    ("The premier will step down next week.", "next week", "2016-11-07/2016-12-11"),
    ("A caretaker government will be named next month.", "next month", "2016-12"),
    ("The town was retaken this month.", "this month", "2016-11"),
    ("Six months ago the archive burned.", "Six months ago", "2016-05"),
    ("A year ago the pair were inseparable.", "A year ago", "2015"),
    ("Ten soldiers were killed earlier this month.", "earlier this month", "2016-11-01/2016-11-29"),
    ("The pact will be ratified later this month.", "later this month", "2016-11-02/2016-11-30"),
    ("So far this year 4,700 have drowned.", "So far this year", "2016-01-01/2016-11-30"),
    ("Last night artillery pounded the ridge.", "Last night", "2016-10-31/2016-11-30"),
    ("In the past week two hospitals were hit.", "In the past week", "2016-10-25/2016-11-30"),
    ("The tunnel has been flooded since Monday.", "since Monday", "2016-10-31/.."),
    ("Both sides will pull back by Friday.", "by Friday", "../2016-12-02"),
    ("The dam failed in December.", "December", "2015-12"),
    ("The dam will be rebuilt in December.", "December", "2016-12"),
    ("Rioters torched the bank on 28 November.", "28 November", "2016-11-28"),
    ("On 3 November the city hall was seized.", "3 November", "2016-11-03"),
    ("The parties will resume talks on 28 October.", "28 October", "2017-10-28"),
    ("On Tuesday, Nov. 8, turnout was low.", "Tuesday, Nov. 8", "2016-11-08"),
    ("A convoy was bombed on Christmas Eve.", "Christmas Eve", "2015-12-24"),
]  # fmt: skip

# text, expression, EDTF under 2016
YEAR_HEADER = [
    ("The capital was shelled in November.", "November", "[2015-11,2016-11]"),
    ("The army regained the oilfield in December.", "December", "[2015-12,2016-12]"),
    ("The judge was kidnapped in January.", "January", "2016-01"),
    ("The garrison will be reinforced in March.", "March", "[2016-03,2017-03]"),
    ("The amnesty will take effect in December.", "December", "2016-12"),
    ("Miners clashed with police on 12 May.", "12 May", "[2015-05-12,2016-05-12]"),
    ("The embassy was evacuated on Jan. 22.", "Jan. 22", "2016-01-22"),
    ("Protesters broke into the assembly on Easter Sunday.", "Easter Sunday", "[2015-04-05,2016-03-27]"),
    ("The old quarter burned on Christmas Eve.", "Christmas Eve", "[2015-12-24,2016-12-24]"),
    ("The strike was called on the first Monday of October.", "the first Monday of October",
     "[2015-10-05,2016-10-03]"),
    ("The strongman died last year.", "last year", "2015"),
    ("The strongman was tried this year.", "this year", "2016"),
    ("A census will be held next year.", "next year", "2017"),
    ("Two years ago the airline went bankrupt.", "Two years ago", "2014"),
    ("Cholera broke out last month.", "last month", "2015-12/2016-11"),
    ("The ban will be lifted next month.", "next month", "2016-02/2017-01"),
    ("The bridge was mined yesterday.", "yesterday", "2015-12-31/2016-12-30"),
    ("The bridge was mined today.", "today", "2016-01-01/2016-12-31"),
    ("The inquiry starts tomorrow.", "tomorrow", "2016-01-02/2017-01-01"),
    ("The leader fled ten days ago.", "ten days ago", "2015-12-22/2016-12-21"),
    ("The banks were closed last week.", "last week", "2015-12-21/2016-12-25"),
    ("Three months ago the dam cracked.", "Three months ago", "2015-10/2016-09"),
    ("The line has been silent since Wednesday.", "since Wednesday", "2015-12-30/.."),
    ("The purge ended in March 2014.", "March 2014", "2014-03"),
]  # fmt: skip

# text, expression, EDTF where nothing says when it was written
NO_HEADER = [
    ("The rebels signed on 12 June 2013.", "12 June 2013", "2013-06-12"),
    ("The chancery was bombed on Aug. 7, 1998.", "Aug. 7, 1998", "1998-08-07"),
    ("The region seceded in October 2017.", "October 2017", "2017-10"),
    ("Famine struck in 1984.", "1984", "1984"),
    ("Convoys were attacked in the 1960s.", "the 1960s", "1960/1969"),
    ("It was under mandate from 1920 to 1946.", "from 1920 to 1946", "1920/1946"),
    ("The junta has governed since 2006.", "since 2006", "2006/.."),
    ("Growth stalled in the second quarter of 2012.", "the second quarter of 2012", "2012-04/2012-06"),
    ("The ballot was on the first Sunday of May 2012.", "the first Sunday of May 2012", "2012-05-06"),
    ("Pilgrims were shot at on Good Friday 2012.", "Good Friday 2012", "2012-04-06"),
    ("The garrison was relieved in March '71.", "March '71", "1971-03"),
    ("The rebels signed on 12 June.", "12 June", None),
    ("The rebels signed in June.", "June", None),
    ("The rebels signed on Tuesday.", "Tuesday", None),
    ("The rebels signed three days ago.", "three days ago", None),
    ("The rebels will sign next month.", "next month", None),
    ("The rebels signed on Good Friday.", "Good Friday", None),
    ("The rebels will sign within 48 hours.", "within 48 hours", None),
    ("The rebels have been in control since July.", "since July", None),
]  # fmt: skip

# text, header, expression, EDTF: around the turn of a month or a year, a leap day, other centuries
OTHER_HEADERS = [
    ("Shells fell on the bazaar on Friday and Saturday.", "2015-04-11", "Friday and Saturday",
     "{2015-04-10,2015-04-11}"),
    ("The barricades were removed on 3 November.", "2016-11-01", "3 November", "2016-11-03"),
    ("The coalition collapsed in December.", "2017-01-02", "December", "2016-12"),
    ("Gunmen attacked a nightclub on New Year's Eve.", "2017-01-02", "New Year's Eve", "2016-12-31"),
    ("The commission will publish its findings in January.", "2016-12-30", "January", "2017-01"),
    ("Funeral of the victims: 5 January", "2016-12-28", "5 January", "2017-01-05"),
    ("Detectives searched the bank last month.", "2017-01-15", "last month", "2016-12"),
    ("The ferry sank yesterday.", "2016-03-01", "yesterday", "2016-02-29"),
    ("The consul was wounded on Sunday.", "2017-01-01", "Sunday", "2017-01-01"),
    ("The consul was wounded on Saturday.", "2017-01-01", "Saturday", "2016-12-31"),
    ("Talks broke down last night.", "2017-01-01", "last night", "2016-12-31/2017-01-01"),
    ("In the past week nine aid workers died.", "2016-03-03", "In the past week", "2016-02-25/2016-03-03"),
    ("The twins were baptised on 29 February.", "2015-06-10", "29 February", "2012-02-29"),
    ("The garrison was evacuated in May '44.", "1990-06-01", "May '44", "1944-05"),
    ("Inspectors will return in week 1.", "2016-12-15", "week 1", "2017-01-02/2017-01-08"),
    ("The strongman was ousted on Thanksgiving.", "2015-01-10", "Thanksgiving", "2014-11-27"),
]  # fmt: skip

NOT_DATES = [
    "Rebels may strike the convoy again.",
    "May the fallen rest in peace, the imam prayed.",
    "Veterans march through the capital.",
    "March on the palace, he urged them.",
    "Prime Minister Theresa May was heckled.",
    "She sat beside the widow.",
    "The sun beat down on the queue.",
    "Around 1800 soldiers were redeployed.",
    "Aid reached 1950 families.",
    "He lives at St. 22 in the old town.",
    "Ring the hotline on 020 7946 2016.",
    "The Pharaohs beat them 2-1 in Alexandria.",
    "A 22-year-old recruit was shot dead.",
    "The victim, aged 19, was a nurse.",
    "Second, the opposition demands a recount.",
    "The second convoy was turned back.",
    "Version 4.10.2 of the software was hacked.",
    "A barrel rose to $1998 on the black market.",
    "Flight 370 was never found.",
    "The embargo rests on Resolution 1973 of the council.",
    "Conspiracy theorists besieged Area 51.",
    "The hotline is staffed 24/7 by volunteers.",
    "Police recovered a 9 mm pistol.",
    "The convoy was stopped on Highway 2000 near the pass.",
    "The attack came from the address 192.168.10.12, analysts found.",
    "A fall in prices hurt farmers.",
    "Article 5 was invoked by the allies.",
    "An F-16 and two T-72 tanks were destroyed.",
    "The bill passed by 62 votes to 38.",
    "Soldiers of the 4th Division surrendered.",
    "The form was dated 30 February 2015 by mistake.",
    "The forged visa expired on September 31, 2015.",
    "The file name 2016-13-01 puzzled investigators.",
    "He claimed to have flown on 29 February 2015.",
]  # fmt: skip


def find(text: str, published: str | None, expression: str) -> TimeExpression:
    found = find_dates(text, "en", published)
    match = [e for e in found if e.text == expression]
    assert match, [(e.text, e.value) for e in found]
    assert text[match[0].start : match[0].end] == expression
    return match[0]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    CALENDAR + YEARLESS_PAST + YEARLESS_FUTURE + YEARLESS_NO_TENSE + RELATIVE + WEEKDAYS + RELATED_TO_A_DATE
    + SPANS + WINDOWS + CLOCK_ON_A_DAY + FEASTS,
)  # fmt: skip
def test_under_a_day(text: str, expression: str, value: str) -> None:
    found = find(text, MONDAY, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "kept"), ISLAMIC_FEASTS)
def test_islamic_feasts_are_known_to_a_day_or_so(text: str, expression: str, kept: str) -> None:
    found = find(text, MONDAY, expression)
    assert found.kind == "DATE"
    assert found.date_start is not None
    assert found.date_end is not None
    assert found.date_start <= date.fromisoformat(kept) <= found.date_end
    assert (found.date_end - found.date_start).days == 2


@pytest.mark.parametrize(("text", "expression", "value", "anchor"), RELATIONS)
def test_counted_from_the_day_named_last(text: str, expression: str, value: str | None, anchor: str | None) -> None:
    found = find(text, MONDAY, expression)
    assert (found.value, found.anchor, found.kind) == (value, anchor, "DATE")


@pytest.mark.parametrize(("text", "expression", "period"), SETS)
def test_sets(text: str, expression: str, period: str | None) -> None:
    found = find(text, MONDAY, expression)
    assert found.kind == "SET"
    assert found.value in (None, period)


@pytest.mark.parametrize(("text", "expression", "value"), DURATIONS)
def test_durations(text: str, expression: str, value: str | None) -> None:
    found = find(text, MONDAY, expression)
    assert (found.value, found.kind) == (value, "DURATION")


@pytest.mark.parametrize(("text", "value"), HOURS)
def test_hours_are_no_date(text: str, value: str) -> None:
    found = [(e.kind, e.value) for e in find_dates(text, "en", MONDAY)]
    assert ("DURATION", value) in found
    assert "DATE" not in [kind for kind, _ in found]


@pytest.mark.parametrize(("text", "expression", "value"), CLOCK)
def test_clock(text: str, expression: str, value: str) -> None:
    found = find(text, MONDAY, expression)
    assert (found.value, found.kind) == (value, "TIME")


@pytest.mark.parametrize(("text", "beginning", "value"), LOCAL_CLOCK)
def test_local_time_has_no_offset(text: str, beginning: str, value: str) -> None:
    found = [e for e in find_dates(text, "en", MONDAY) if e.kind == "TIME"]
    assert [(e.text.startswith(beginning), e.value) for e in found] == [(True, value)]


@pytest.mark.parametrize(("text", "published", "expression", "value"), OTHER_HEADERS)
def test_under_other_days(text: str, published: str, expression: str, value: str) -> None:
    found = find(text, published, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "value"), MONTH_HEADER)
def test_under_a_month(text: str, expression: str, value: str) -> None:
    found = find(text, MONTH, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "value"), YEAR_HEADER)
def test_under_a_year(text: str, expression: str, value: str) -> None:
    found = find(text, YEAR, expression)
    assert (found.value, found.kind) == (value, "DATE")


@pytest.mark.parametrize(("text", "expression", "value"), NO_HEADER)
def test_without_a_header(text: str, expression: str, value: str | None) -> None:
    found = find(text, None, expression)
    assert (found.value, found.kind) == (value, "DATE")
    if value is None:
        assert (found.date_start, found.date_end, found.anchor) == (None, None, None)


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date(text: str) -> None:
    assert [(e.text, e.value) for e in find_dates(text, "en", MONDAY) if e.kind == "DATE"] == []
