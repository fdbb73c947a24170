import math

import pytest
from small_library import counted, terms

from answer.terms import Compounds, Term, TermWeights, english_terms, vietnamese_terms
from vietnamese.glossary import Entry, Glossary
from vietnamese.thesaurus import Thesaurus

NO_THESAURUS = Thesaurus({})
NO_COMPOUNDS = Compounds([])


def words_of(found: tuple[Term, ...]) -> list[str]:
    return [" ".join(t.alternatives[0]) for t in found]


class TestCompounds:
    def test_the_longest_from_each_beginning(self) -> None:
        compounds = Compounds(["thư viện", "thư viện tỉnh", "biên mục sách"])
        assert compounds.find(["thư", "viện", "tỉnh", "biên", "mục", "sách"]) == [(0, 3), (3, 6)]

    def test_two_may_share_a_word(self) -> None:
        compounds = Compounds(["kinh phí mua sách", "sách tham khảo"])
        assert compounds.find(["kinh", "phí", "mua", "sách", "tham", "khảo"]) == [(0, 4), (3, 6)]

    def test_none_inside_another(self) -> None:
        compounds = Compounds(["kinh phí mua sách", "mua sách", "sách"])
        assert compounds.find(["kinh", "phí", "mua", "sách"]) == [(0, 4)]

    def test_single_syllables_are_no_compounds(self) -> None:
        assert Compounds(["sách"]).find(["sách"]) == []
        assert NO_COMPOUNDS.find(["sách", "báo"]) == []


class TestVietnamese:
    def test_compounds_are_one_term_and_words_without_meaning_none(self) -> None:
        found = vietnamese_terms("Thư viện tỉnh được mua những sách gì?", NO_THESAURUS, Compounds(["thư viện"]), [])
        assert words_of(found) == ["thư viện", "tỉnh", "mua", "sách"]
        assert all(t.mapped and t.share == 1.0 for t in found)

    def test_overlapping_compounds_are_both_terms(self) -> None:
        compounds = Compounds(["kinh phí mua sách", "sách tham khảo"])
        found = vietnamese_terms("kinh phí mua sách tham khảo", NO_THESAURUS, compounds, [])
        assert words_of(found) == ["kinh phí mua sách", "sách tham khảo"]

    def test_plain_words_bring_the_official_ones_along(self) -> None:
        thesaurus = Thesaurus({("tiền",): ("kinh phí", "ngân sách")})
        (money,) = vietnamese_terms("tiền", thesaurus, NO_COMPOUNDS, [])
        assert money.alternatives == (("tiền",), ("kinh", "phí"), ("ngân", "sách"))

    def test_a_plain_word_inside_a_compound_is_left_alone(self) -> None:
        thesaurus = Thesaurus({("tiền",): ("kinh phí",)})
        found = vietnamese_terms("tiền lương", thesaurus, Compounds(["tiền lương"]), [])
        assert [t.alternatives for t in found] == [(("tiền", "lương"),)]

    def test_a_compound_that_is_a_plain_word_too_gets_its_wordings(self) -> None:
        thesaurus = Thesaurus({("hạn", "chót"): ("thời hạn",)})
        (term,) = vietnamese_terms("hạn chót", thesaurus, Compounds(["hạn chót"]), [])
        assert term.alternatives == (("hạn", "chót"), ("thời", "hạn"))

    @pytest.mark.parametrize("drop", ["Lâm Đồng", "lam dong", "LÂM ĐỒNG"])
    def test_what_the_scope_says_is_dropped_with_or_without_accents(self, drop: str) -> None:
        found = vietnamese_terms("sách của Lâm Đồng", NO_THESAURUS, NO_COMPOUNDS, [drop])
        assert words_of(found) == ["sách"]

    def test_a_term_that_reaches_into_what_is_dropped_goes_too(self) -> None:
        found = vietnamese_terms("sách Lâm Đồng", NO_THESAURUS, Compounds(["sách lâm"]), ["Lâm Đồng"])
        assert words_of(found) == ["sách"]

    def test_each_term_once(self) -> None:
        assert words_of(vietnamese_terms("sách, sách và sách", NO_THESAURUS, NO_COMPOUNDS, [])) == ["sách"]

    def test_nothing_but_talk_has_no_terms(self) -> None:
        assert vietnamese_terms("như thế nào?", NO_THESAURUS, NO_COMPOUNDS, []) == ()


class TestEnglish:
    glossary = Glossary(
        [
            Entry(("kinh phí",), ("funding",), "term"),
            Entry(("ngân sách",), ("funding",), "term"),
            Entry(("mua sắm",), ("buy",), "verb"),
            Entry(("cơ quan",), ("office",), "office"),
            Entry(("số lượng",), ("quantity",), "term"),
        ]
    )

    def of(self, text: str, *drop: str) -> tuple[Term, ...]:
        return english_terms(text, self.glossary.expand_english(text), drop)

    def test_the_meanings_of_one_word_are_one_term(self) -> None:
        (term,) = self.of("the funding")
        assert set(term.alternatives) == {("kinh", "phí"), ("ngân", "sách")}
        assert term.mapped

    def test_what_nothing_maps_is_a_term_of_its_own(self) -> None:
        mapped, unmapped = self.of("funding for telescopes")
        assert mapped.mapped
        assert unmapped == Term((("telescopes",),), mapped=False)

    def test_verbs_say_less(self) -> None:
        funding, verb = self.of("funding to buy")
        assert verb.share < funding.share == 1.0

    def test_the_noun_that_is_asked_for_need_not_stand_in_the_clause(self) -> None:
        assert self.of("which office") == ()
        assert [t.alternatives for t in self.of("the office")] == [(("cơ", "quan"),)]

    def test_words_for_a_figure_are_not_looked_for(self) -> None:
        assert self.of("the quantity") == ()

    def test_what_the_scope_says_is_dropped(self) -> None:
        assert self.of("the Funding Office's telescopes", "Funding Office's") == (
            Term((("telescopes",),), mapped=False),
        )
        assert self.of("telescopes in Lâm Đồng", "Lâm Đồng") == (Term((("telescopes",),), mapped=False),)


class TestWeights:
    """Of 8 passages, one holds "kính", three hold "sách": rarities ln(1 + 8/2) = ln 5 and ln(1 + 8/4) = ln 3."""

    library = counted(8, kính=1, sách=3, biên_mục=1, biên=7, mục=7, thủ_thư=3)

    def test_coverage_is_the_weighted_share(self) -> None:
        weights = TermWeights(self.library, terms("kính|sách"))
        assert weights.coverage("mua kính") == pytest.approx(math.log(5) / (math.log(5) + math.log(3)))
        assert weights.coverage("mua sách") == pytest.approx(math.log(3) / (math.log(5) + math.log(3)))
        assert weights.coverage("Kính và SÁCH") == pytest.approx(1.0)
        assert weights.coverage("mua báo") == 0.0

    def test_the_rarer_word_says_more(self) -> None:
        weights = TermWeights(self.library, terms("kính|sách"))
        assert weights.coverage("kính") > weights.coverage("sách")

    def test_any_wording_says_a_term_whole(self) -> None:
        weights = TermWeights(self.library, (Term((("kính",), ("thủ", "thư"))),))
        assert weights.coverage("có kính") == pytest.approx(1.0)
        assert weights.coverage("hai thủ thư") == pytest.approx(1.0)

    def test_a_term_weighs_no_more_than_its_commonest_wording(self) -> None:
        rare = TermWeights(self.library, (Term((("kính",),)), Term((("sách",),))))
        both = TermWeights(self.library, (Term((("kính",), ("sách",))), Term((("sách",),))))
        assert both.coverage("kính") == pytest.approx(0.5 + 0.5 * 0.0)
        assert rare.coverage("kính") > both.coverage("kính")

    def test_a_compound_wants_its_syllables_side_by_side(self) -> None:
        weights = TermWeights(self.library, terms("biên mục"))
        together, apart, absent = map(weights.coverage, ("lớp biên mục", "biên soạn danh mục", "mua báo"))
        assert together == pytest.approx(1.0)
        assert together > apart > absent == 0.0
        assert weights.loose_coverage("lớp biên mục") == pytest.approx(1.0)

    def test_single_words_want_their_neighbour_for_pair_coverage(self) -> None:
        weights = TermWeights(self.library, terms("kính|sách"))
        assert weights.pair_coverage("kính sách") == pytest.approx(1.0)
        assert weights.pair_coverage("kính sách") > weights.pair_coverage("sách có kính") > 0

    def test_an_unmapped_word_counts_against_a_passage_but_not_against_answering(self) -> None:
        weights = TermWeights(self.library, (Term((("kính",),)), Term((("telescope",),), mapped=False)))
        assert weights.coverage("kính") < 1.0
        assert weights.loose_coverage("kính") == pytest.approx(1.0)

    def test_a_verb_weighs_its_share(self) -> None:
        halved = TermWeights(self.library, (Term((("kính",),), share=0.5), Term((("sách",),))))
        assert halved.coverage("kính") == pytest.approx(0.5 * math.log(5) / (0.5 * math.log(5) + math.log(3)))

    def test_compounds_that_no_passage_holds_are_unknown(self) -> None:
        weights = TermWeights(self.library, terms("thủ thư|tên lửa|vũ trụ học"))
        assert words_of(tuple(weights.unknown())) == ["tên lửa", "vũ trụ học"]

    def test_verbs_english_words_and_single_syllables_are_not_called_unknown(self) -> None:
        unknown = (Term((("tên", "lửa"),), share=0.5), Term((("rocket",),), mapped=False), Term((("lửa",),)))
        assert TermWeights(self.library, unknown).unknown() == []

    def test_one_known_wording_makes_a_term_known(self) -> None:
        assert TermWeights(self.library, (Term((("tên", "lửa"), ("thủ", "thư"))),)).unknown() == []

    def test_precision_is_the_share_of_the_text_that_is_asked_about(self) -> None:
        weights = TermWeights(self.library, terms("biên mục|sách"))
        assert weights.precision("biên mục sách") == pytest.approx(1.0)
        assert weights.precision("1. biên mục sách của trường học") == pytest.approx(3 / 5)
        assert weights.precision("1.") == weights.precision("") == 0.0

    def test_nothing_asked_is_nothing_held(self) -> None:
        weights = TermWeights(self.library, ())
        assert weights.coverage("sách") == weights.pair_coverage("sách") == weights.loose_coverage("sách") == 0.0

    def test_an_empty_library_divides_by_nothing(self) -> None:
        weights = TermWeights(counted(0), terms("kính|biên mục"))
        assert weights.coverage("kính") == 0.0
        assert weights.unknown() is not None
