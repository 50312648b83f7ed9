"""Every table of rows from all its sheets, the people of the income sheets known by the lists of members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictionary.nouns import Round
from ingest.checks import CheckedTable
from ingest.income import read_income
from ingest.keys import PEOPLE_TABLES
from ingest.member_traits import list_traits
from ingest.members import read_members
from ingest.none_before import add_none_before
from ingest.partners import read_partners
from ingest.personal import read_personal
from ingest.recognise import ROW_TABLES
from ingest.records import RECORD_TABLES, read_records
from ingest.results import TableResult
from ingest.riders import follow_list
from ingest.settled_groups import settle_groups
from ingest.summary import read_summary
from ingest.technology import read_technology

TECHNOLOGY = "technology"  # its values are typed figures as well as records


def read_tables(checked: Sequence[CheckedTable], waves: Sequence[Round]) -> list[TableResult]:
    """Each table from all its sheets that have rows to use."""
    rows = [one.rows for one in checked if len(one.rows.kept)]
    by_table = {table: [one for one in rows if one.found.table == table] for table in ROW_TABLES}
    settled = settle_groups([one for table in PEOPLE_TABLES for one in by_table[table]])
    lists, incomes, measured = ([settled.drop_unknown(one) for one in by_table[table]] for table in PEOPLE_TABLES)
    members = read_members(lists, waves)
    ids = {one.ids.names[code] for one in members.rows for code in set(one.ids.codes.tolist())}
    income = read_income([follow_list(one, members.rows) for one in incomes], waves, ids and ids | settled.others)
    return [
        TableResult(problems=settled.problems),
        settled.mark(replace(members, parts=(*members.parts, *(list_traits(members.rows) if settled.others else ())))),
        settled.mark(income),
        settled.mark(read_personal([follow_list(one, members.rows) for one in measured], waves)),
        add_none_before(read_partners(by_table["partners"], waves), checked),
        read_summary(by_table["summary"], waves),
        read_technology(by_table[TECHNOLOGY], waves),
        *(read_records(by_table[table], waves) for table in RECORD_TABLES if table != TECHNOLOGY),
    ]
