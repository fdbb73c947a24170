"""The tables of the Sources page: links, what is missing, words, and that every text stays text."""

from dataclasses import replace

from index.citing import Citations, Wanted
from ui.bases.page import summary
from ui.bases.tables import document_table, link_list, missing_table
from ui.words import Words


def test_what_is_missing_with_the_documents_that_name_it(citations: Citations, vietnamese: Words) -> None:
    html = missing_table(citations.missing, citations.documents, vietnamese)
    first = html.split("<tr>")[2]
    assert "<b>Nghị định 89/2021/NĐ-CP</b>" in first and ">18/10/2021</td>" in first and ">2</td>" in first
    assert '<a href="documents?document=ca-mau&amp;lang=vi">Kế hoạch 12/KH-UBND (Cà Mau)</a>' in first
    assert "&lt;img src=x onerror=&quot;" in first and "<img" not in html
    assert "<b>Nghị định 101/2017" not in html and "7/TB-SNV" not in html


def test_each_document_with_what_it_names(citations: Citations, english: Words) -> None:
    named = citations.by_document()["ca-mau"]
    html = document_table(citations.documents["ca-mau"], named, citations.documents, english)
    assert html.startswith('<h3 class="bases-document"><a href="documents?document=ca-mau&amp;lang=en">')
    assert '<a href="documents?document=nghi-dinh-101&amp;lang=en">Nghị định 101/2017/NĐ-CP (Chính phủ)</a>' in html
    assert "withdrawn from answers" in html and html.count('<span class="badge">not held</span>') == 2
    assert "<summary>Quoted words</summary>“Thực hiện Quyết định số 163/QĐ-TTg" in html
    assert html.index("163/QĐ-TTg") < html.index("89/2021")


def test_what_may_be_held_is_not_called_missing(unsure: Citations, english: Words) -> None:
    document = unsure.documents['a"b\\N&lt;']
    html = document_table(document, unsure.by_document()[document.id], unsure.documents, english)
    assert '<span class="badge">not certain</span>' in html and "May be this one of the library:" in html
    assert "luật <1>" not in html and "<b>" not in html.replace("<b>Luật Thư viện</b>", "")
    assert "Luật 46/2019/QH14" in missing_table(unsure.missing, unsure.documents, english)


def test_a_long_list_of_documents_opens(citations: Citations, vietnamese: Words) -> None:
    one = citations.missing[0]
    many = {f"d{i}": replace(citations.documents["ca-mau"], id=f"d{i}") for i in range(20)}
    mentions = tuple(replace(one.mentions[0], citing=name) for name in many)
    html = missing_table([replace(one, mentions=mentions)], many, vietnamese)
    assert "và 14 văn bản nữa" in html and html.count("<a ") == 20


def test_links_alone(citations: Citations, vietnamese: Words) -> None:
    html = link_list([citations.documents["thong-bao"]], vietnamese)
    assert html.count("<a ") == 1 and "Thông báo 7/TB-SNV (Cà Mau)" in html


def test_the_summary_counts(citations: Citations, vietnamese: Words, english: Words) -> None:
    said = "3 văn bản trong kho, không kể 1 đã rút · 6 văn bản được nêu · trong đó 4 chưa có trong kho"
    assert summary(citations, vietnamese) == said
    one = citations.where(Wanted(types=("replaces",)))
    assert summary(one, english) == "3 documents held, 1 withdrawn left out · 1 document named · 1 of them not held"
    assert summary(citations.where(Wanted(words="không có gì")), english).endswith("0 documents named")
