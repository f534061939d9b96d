"""DOCX: the template that an office edits (docxtpl), filled with a paper. Imported in a process that ends.

Names in templates are Chinese, because clerks edit them: 红头 文号 期号 签发人 标题 主送 正文 落款 日期 抄送 印发;
数据 holds figures by name. A template is somebody's upload: it is filled in Jinja's sandbox, within limits
(process.py).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import partial
from typing import Any

from . import word_finish
from .shape import Paper
from .typesetting import picture

NAMES = {
    "红头": "head", "文号": "number", "期号": "issue", "签发人": "signer", "标题": "title", "主送": "to",
    "落款": "closing", "日期": "date", "抄送": "copy", "印发": "printed", "标记": "mark",
}  # fmt: skip
_KINDS = {"heading": "标题", "text": "文字", "table": "表", "chart": "图"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class TemplateFault(Exception):
    """What is wrong with a template, in words for the person who wrote it."""


def fill(
    template: bytes, paper: Paper, figures: Mapping[str, str], *, strict: bool = False, ours: bool = False
) -> bytes:
    """The template filled. `strict`: a name that does not exist is a fault; else it is shown in its place. `ours`:
    the built-in one, whose tables are laid out afterwards.

    Raises TemplateFault."""
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateSyntaxError
    from jinja2.exceptions import SecurityError, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    _look_at(template)
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.init_docx()
    except Exception:
        raise TemplateFault("不是能打开的 DOCX 文件，请用文字处理软件另存为 .docx 再上传。") from None
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined if strict else _shown_undefined()
    )
    try:
        document.render(_context(document, paper, figures), environment)
    except TemplateSyntaxError as error:
        raise TemplateFault(_syntax(error)) from None
    except SecurityError:
        raise TemplateFault("模板里用了不允许的写法，只能写名称、for、if 和常用的过滤器。") from None
    except TemplateError as error:
        raise TemplateFault(_undefined(str(error))) from None
    except (TypeError, ValueError, AttributeError, KeyError, ArithmeticError, OverflowError) as error:
        raise TemplateFault(f"模板里有一处算不出来：{_line(str(error))}") from None
    if ours:
        word_finish.finish(document.docx, paper.get("blocks", []))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _look_at(template: bytes) -> None:
    """Nothing in it may fetch from elsewhere when it is opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as parts:
            for name in parts.namelist():
                if name.endswith(".rels"):
                    for link in re.findall(rb"<Relationship\b[^>]*>", parts.read(name)):
                        if b'"External"' in link and b"/hyperlink" not in link:
                            raise TemplateFault("模板里引用了外部的文件或图片，请改为嵌入后再上传。")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        raise TemplateFault("不是能打开的 DOCX 文件，请用文字处理软件另存为 .docx 再上传。") from None


def _shown_undefined() -> type[Any]:
    from jinja2 import Undefined

    class Shown(Undefined):
        def __str__(self) -> str:
            return f"〔没有“{self._undefined_name}”〕"

        def __html__(self) -> str:
            return str(self)

    return Shown


def _context(document: Any, paper: Paper, figures: Mapping[str, str]) -> dict[str, Any]:
    given: Mapping[str, Any] = paper
    context: dict[str, Any] = {name: clean(str(given.get(key, ""))) for name, key in NAMES.items()}
    context["数据"] = {name: clean(text) for name, text in figures.items()}
    context["正文"] = [
        made for block in given.get("blocks", []) for made in _BLOCKS[block["type"]](document, block)
    ]  # fmt: skip
    return context


def _heading(_: Any, block: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"类型": "标题", "级": block["level"], "文字": clean(block["text"])}]


def _text(_: Any, block: Mapping[str, Any]) -> list[dict[str, Any]]:
    lines = [line.strip() for line in block["text"].split("\n")]
    return [{"类型": "文字", "文字": clean(line)} for line in lines if line]


def _table(_: Any, block: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = [[clean(cell) for cell in row] for row in block["rows"]]
    names = [clean(column["name"]) for column in block["columns"]]
    return [{
        "类型": "表", "表名": clean(block["title"]), "列": [{"名称": name} for name in names],
        "首列": names[0], "其他列": [{"名称": name} for name in names[1:]],
        "行": [{"首格": row[0], "其他格": row[1:]} for row in rows], "注": clean(block.get("note", "")),
    }]  # fmt: skip


def _chart(document: Any, block: Mapping[str, Any]) -> list[dict[str, Any]]:
    from docx.shared import Mm
    from docxtpl import InlineImage

    image = InlineImage(document, io.BytesIO(picture(block["svg"])), width=Mm(block.get("width", 150)))
    return [{"类型": "图", "图": image, "图名": clean(block["title"])}]


_BLOCKS = {"heading": _heading, "text": _text, "table": _table, "chart": _chart}


def clean(text: str) -> str:
    """Without what no XML can hold."""
    return _CONTROL.sub("", text)


# --- faults in words --------------------------------------------------------------------------------------------------
def _syntax(error: Any) -> str:
    said = str(error.message or "")
    near = _near(getattr(error, "docx_context", None))
    if "Unexpected end of template" in said or "unexpected end" in said:
        what = "有一个 for 或 if 没有写结束（endfor、endif）"
    elif found := re.search(r"unknown tag '([^']+)'", said):
        what = f"不认识“{found[1]}”这个标记"
        if found[1] in ("endfor", "endif", "else", "elif"):
            what = f"“{found[1]}”前面没有对应的 for 或 if"
    else:
        what = f"标记写得不对（{_line(said)}）"
    return f"模板有误：{what}{near}。"


def _near(context: Any) -> str:
    """The words beside the fault, without mark-up."""
    for line in context or []:
        words = re.sub(r"<[^>]+>", "", str(line)).strip()
        if "{" in words or "%" in words:
            return f"，在“{words[:60]}”附近"
    return ""


def _undefined(said: str) -> str:
    found = re.search(r"has no (?:attribute|element) '([^']+)'", said) or re.search(r"'([^']+)' is undefined", said)
    if found:
        return f"模板里的“{found[1]}”没有这个名称，可用的名称见模板说明。"
    return f"模板有误：{_line(said)}。"


_line = partial(re.compile(r"\s+").sub, " ")
