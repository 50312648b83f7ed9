"""The one shape in which reading and analysis meet: a frame with one row per value.

One observation is one value of one unit of observation in one round, and the cell it came from.

column       type       meaning
-----------  ---------  ---------------------------------------------------------------------------
indicator    category   key of an indicator (``indicators.csv`` or one the user's summary sheet defines)
unit         category   unit of observation: member id, partner name, "" for the project as a whole
round        category   key of a round (``baseline``, ``endline``; of several ``y2562`` …) or ``target``
value        float64    the value in the indicator's unit; NaN: the cell is there but blank or unreadable (unknown)
n, sd        float64    sample size and standard deviation of a summary figure; NaN where not given
typed        bool       a figure typed in by hand (summary sheet), not computed from rows
supposed     bool       presence that nobody stated: a list that is of no round says who, and not when
source       int16      index into ``Project.places`` (file, sheet)
row, column  int32/16   1-based row and column of the cell on its sheet
GROUPS       category   disaggregations: NaN where not known or not applicable

A missing row is not an unknown value: a member who has other income rows in a round and none for one source
earned 0 from it; a blank cell is unknown. Presence (``members_active``, ``partners``) is 0 or 1; supposed presence says
who belongs to which group, and nothing of who came, stayed or left.
``project_group`` is stated only where there is a comparison group (``participant`` or ``comparison``): what is said of
the project is said of the others alone (``analysis.comparison``).
"""

from __future__ import annotations

GROUPS = (
    *("sex", "village", "role", "income_source", "sector", "support_kind", "stage", "stakeholder", "age_band"),
    "project_group",
)
COLUMNS = (
    *("indicator", "unit", "round", "value", "n", "sd", "typed", "supposed", "source", "row", "column"),
    *GROUPS,
)
