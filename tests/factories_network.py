"""Networks of partners made by hand for the tests of figures; all names and numbers are invented."""

from __future__ import annotations

from itertools import cycle, islice

from analysis.evidence.network import Network, read_network
from dictionary.records import Entry, Place, Record
from tests.observe import ROUNDS

SECTORS = ("government", "education", "private", "local_authority", "community_network", "")
KINDS = ("funding", "knowledge", "training", "equipment", "market", "research", "labour", "place", "publicity", "")
STAGES = ("think", "act", "solve", "share", "improve", "")
PRESENCE = (("yes", "yes"), ("no", "yes"), ("yes", "no"), ("yes", "yes"), (None, "yes"))
RECEIVERS = ("", "กลุ่มย่อยทอผ้า", "กลุ่มย่อยน้ำหมักชีวภาพและปุ๋ยอินทรีย์", "ฐานเรียนรู้ชุมชน")
LONG_NAME = "สำนักงานคณะกรรมการส่งเสริมและสนับสนุนการพัฒนาอาชีพและเศรษฐกิจฐานรากประจำจังหวัดตัวอย่าง"

Row = tuple[str, str, str, str, str, tuple[str | None, str | None], tuple[float | None, float | None]]


def make_record(number: int, row: Row) -> Record:
    """A row of a partner sheet as it is read: name, sector, kind, stage, receiver, presence and support by round."""
    name, sector, kind, stage, receiver, present, value = row
    entries: dict[Place, Entry] = {("partner", ""): Entry(f"A{number}", name, code=name)}
    for letter, column, text in (("B", "sector", sector), ("C", "support_kind", kind), ("H", "stage", stage)):
        if text:
            entries[column, ""] = Entry(f"{letter}{number}", text, code=text)
    if receiver:
        entries["supports", ""] = Entry(f"I{number}", receiver)
    for at, wave in enumerate(ROUNDS):
        entries["present", wave.key] = Entry(f"{'DE'[at]}{number}", present[at] or "", code=present[at])
        if (amount := value[at]) is not None:
            entries["support_thb", wave.key] = Entry(f"{'FG'[at]}{number}", str(amount), number=amount)
    return Record("partners", "ภาคี.xlsx", "ภาคีเครือข่าย", number, entries)


def make_network(rows: list[Row]) -> Network | None:
    """The network of rows of a sheet."""
    return read_network([make_record(number, row) for number, row in enumerate(rows, start=2)], ROUNDS)


def make_partners(count: int, *, long: bool = False, receivers: int = 4) -> list[Row]:
    """Rows of many partners, of every sector, kind, stage and status."""
    names = [f"{LONG_NAME} แห่งที่ {number}" if long else f"หน่วยงานสมมติ {number}" for number in range(count)]
    ends = [*RECEIVERS, *(f"กลุ่มย่อยที่ {number}" for number in range(20))][:receivers]
    columns = (SECTORS, KINDS, STAGES, ends, PRESENCE)
    spread = zip(names, *(islice(cycle(column), count) for column in columns), strict=True)
    return [
        (name, sector, kind, stage, end, there, (1000.0 if there[0] == "yes" else None, 2000.0))
        for name, sector, kind, stage, end, there in spread
    ]
