"""Phone numbers, names and ID numbers: one spelling for each, and the form in which they are shown by
default. Pure."""

from __future__ import annotations

import re
import unicodedata

_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0(10|2\d|[3-9]\d{2})[2-9]\d{6,7}")
_LOCAL = re.compile(r"[2-9]\d{6,7}")
_SERVICE = re.compile(r"1[01]\d|12\d{1,4}|9[56]\d{3,6}|10\d{3,6}|[48]00\d{7}")
_EXTENSION = re.compile(r"(?:转|ext\.?|x|#|,)\s*(\d{1,6})$", re.IGNORECASE)
_DASH_EXTENSION = re.compile(r"^(.*\d{7,8})-(\d{1,5})$")
_COMPOUNDS = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠公孙慕容"
    "仲孙钟离长孙宇文司徒鲜于司空闾丘子车亓官司寇巫马公西颛孙壤驷公良漆雕乐正宰父谷梁拓跋夹谷轩辕令狐"
    "段干百里呼延东郭南门羊舌微生左丘东门西门第五"
)
_COMPOUND_SURNAMES = frozenset(_COMPOUNDS[i : i + 2] for i in range(0, len(_COMPOUNDS), 2))
_TITLES = ("先生", "女士", "小姐", "同志", "老师", "师傅", "阿姨", "叔叔", "某", "某某")
_HOUSE = re.compile(r"[0-9A-Za-z零〇一二三四五六七八九十百\-]+(?=(?:号楼|栋|幢|座|单元|门洞|层|楼|室|户))")
_IN_TEXT = re.compile(r"(?<!\d)(?:(1[3-9]\d)\d{4}(\d{4})|(\d{3})\d{11}(\d{3}[\dXx]))(?!\d)")


def normalise_phone(text: str, area_code: str = "") -> str:
    """One spelling per number, "" when there is no digit in it but zeros.

    Mainland mobiles are 11 digits, landlines area code and number in one run ("02787654321"), with an
    extension after "-"; +86, 0086, blanks, brackets, hyphens and full-width characters fall away; other
    countries keep "+". A local number gets `area_code` ("027") when one is given. What looks like none of
    these keeps its digits.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    extension = ""
    if found := _EXTENSION.search(text):
        text, extension = text[: found.start()], found[1]
    elif (found := _DASH_EXTENSION.match(text)) and len(re.sub(r"\D", "", found[1])) >= 10:
        text, extension = found[1], found[2]
    foreign = text.lstrip("( ").startswith("+")
    digits = re.sub(r"\D", "", text)
    if foreign or digits.startswith("00"):
        digits = digits.lstrip("0")
        if not digits.startswith("86"):
            return "+" + digits if digits else ""
        digits = re.sub("^0+", "0", digits[2:])
        if not _MOBILE.fullmatch(digits) and _LANDLINE.fullmatch("0" + digits):
            digits = "0" + digits
    elif digits.startswith("86") and _MOBILE.fullmatch(digits[2:]):
        digits = digits[2:]
    elif digits.startswith("0") and _MOBILE.fullmatch(digits[1:]):
        digits = digits[1:]
    if area_code and _LOCAL.fullmatch(digits) and not _SERVICE.fullmatch(digits):
        digits = area_code + digits
    if not digits.strip("0"):
        return ""
    return f"{digits}-{extension}" if extension and digits else digits


def phone_kind(text: str) -> str:
    """ "mobile", "landline", "local" (no area code), "service" (110, 12345, 400…), "foreign" or "unknown"."""
    number = normalise_phone(text).partition("-")[0]
    if number.startswith("+"):
        return "foreign"
    for kind, pattern in (
        ("mobile", _MOBILE),
        ("landline", _LANDLINE),
        ("service", _SERVICE),
        ("local", _LOCAL),
    ):
        if pattern.fullmatch(number):
            return kind
    return "unknown"


def mask_phone(text: str) -> str:
    """138****0000, 027****4321; short numbers keep two digits at each end, service numbers are not
    personal."""
    number = normalise_phone(text)
    digits = number.partition("-")[0]
    if not digits or phone_kind(number) == "service":
        return digits
    if len(digits) >= 9:
        return f"{digits[:3]}****{digits[-4:]}"
    return f"{digits[:2]}****{digits[-2:]}" if len(digits) >= 6 else "****"


def normalise_name(text: str) -> str:
    """One spelling: NFKC, no blanks between Hanzi, single blanks elsewhere, lower case."""
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().lower()
    return re.sub(r"(?<=[㐀-鿿]) (?=[㐀-鿿])", "", text)


def mask_name(text: str) -> str:
    """张*, 张**, 欧阳*, J***; "张先生" tells no more than the surname and stays."""
    name = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
    if not name:
        return ""
    if name[1:] in _TITLES or (name[:2] in _COMPOUND_SURNAMES and name[2:] in _TITLES):
        return name
    if name.isascii():
        return name[0] + "***"
    name = name.replace(" ", "")
    shown = 2 if len(name) > 2 and name[:2] in _COMPOUND_SURNAMES else 1
    return name[:shown] + "*" * min(max(len(name) - shown, 1), 2)


def normalise_id(text: str) -> str:
    """ID and document numbers: no blanks or hyphens, capital letters."""
    return re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", text)).upper()


def mask_id(text: str) -> str:
    """420***********1234 (18 digits); other documents keep the first and the last character."""
    number = normalise_id(text)
    if len(number) >= 15:
        return number[:3] + "*" * (len(number) - 7) + number[-4:]
    return number[:1] + "*" * max(len(number) - 2, 1) + number[-1:] if len(number) > 2 else "*" * len(number)


def mask_address(text: str) -> str:
    """The street stays, building, entrance, floor and room numbers do not: "和平街12号*栋*单元*室"."""
    return _HOUSE.sub("*", unicodedata.normalize("NFKC", text).strip())


def mask_text(text: str) -> str:
    """Free text with the mobile and ID numbers in it masked."""
    return _IN_TEXT.sub(lambda m: f"{m[1]}****{m[2]}" if m[1] else f"{m[3]}***********{m[4]}", text)
