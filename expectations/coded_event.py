"""What is expected of mentions and events alike: type and mode, date, place, figures."""

from __future__ import annotations

from expectations.expectation import fact, ordered, paired
from tasks.events.taxonomy import taxonomy

_MODES = [(name, mode) for name, modes in taxonomy().event_types.items() for mode in modes]

CODED_EVENT = (
    paired("event_type", "event_mode", _MODES, "a mode that PLOVER has for the type"),
    ordered("date_start", "date_end"),
    fact("event_date_bounds", ("event_date", "date_start", "date_end"),
         "EDTF whose first and last day are date_start and date_end, which are empty without it"),
    # The coding guide's "When", with slack where it leaves room: a week may count both of its end days, and a date
    # that hangs on a month-only one reaches into the months beside it.
    fact("date_prec_of_interval", ("date_start", "date_end", "date_prec"),
         "date_prec 1 for one day, 2 for 2 to 6, 3 for up to 8, 4 for up to 92, 5 for more than 28 or an open end"),
    fact("coordinates_together", ("latitude", "longitude"), "both of latitude and longitude or neither"),
    ordered("killed_low", "killed_high"),
    ordered("injured_low", "injured_high"),
)  # fmt: skip
