"""How lists of duties, of what falls due and of targets are asked for in English; for small letters with their accents."""

import re

from answer.register.cues import Cues, Way, either

_NOUN = r"(?:duty|duties|responsibility|responsibilities|tasks?|obligations?|assignments?|jobs?|to-?dos?)"
_NOUNS = rf"(?:(?:main|key|specific|assigned|particular|other|legal)\s+)?{_NOUN}(?:\s*(?:,|and|, and|or)\s*{_NOUN})*"
_SHOW = r"(?:list|show|give|name|tell|summari[sz]e|enumerate|find)(?:\s+(?:me|us))?(?:\s+(?:all|every|each|of|the))*"
_DO = (
    r"(?:(?:have|has|been|need|needs|required|supposed|expected|obliged|obligated|told|asked|bound|meant|going|got|charged|instructed|to)\s+)*"
    r"(?:do|carry out|perform|implement|deliver|responsible for|in charge of|accountable for|charged with|tasked with|entrusted with|"
    r"assigned(?:\s+to\s+do)?|take care of)"
)
_WHAT_MUST = either(
    r"what\s+(?:else\s+|exactly\s+|all\s+)?(?:must|should|shall|will|does|do|did|is|are|was|were|has|have)"
)
_DOES = either(_DO)
_OF_WHOM = either(
    rf"(?:what\s+(?:are|is|were)\s+|{_SHOW}\s+)?(?:all\s+)?(?:of\s+)?(?:the\s+)?{_NOUNS}\s+"
    r"(?:of|for|assigned to|given to|imposed on|falling to)"
)
_WHICH = either(rf"(?:what|which)\s+{_NOUNS}\s+(?:does|do|has|have|must|is|are|should|shall|did|fall to|were|was)")
_HELD = either(rf"have|has|got|given|assigned(?:\s+to)?|bear|fulfil|fulfill|meet|face|{_DO}")
_POSSESSED = (
    re.compile(rf"(?:['’]s|(?<=s)['’])\s+{_NOUNS}(?!\w)"),
    re.compile(rf"(?:(?<=department)|(?<=division)|(?<=committee)|(?<=office)|(?<=council))\s+{_NOUNS}(?!\w)"),
)
_DUE = either(
    r"(?:is|are|was|were|be|falls?|fell|falling|come|comes|coming)?\s*due",
    r"(?:must|has to|have to|needs? to|should|shall|to|will)?\s*(?:be\s+)?(?:done|finish|finished|complete|completed|delivered|ready)",
    r"(?:the\s+)?deadlines?(?:\s+(?:fall|falls|are there|lie|come up|coming up|expire))?",
)
_DUE_AROUND = either(
    rf"(?:{_SHOW}\s+)?(?:all\s+|of\s+|the\s+|other\s+)*(?:{_NOUNS}|what|which|things|everything|anything|work|list)(?:\s+(?:that|which))?",
    r"is|are|was|were|does|do|did|must|should|has to|have to|has|have|there|be|will|falls?|to",
)
_DEADLINES = (
    either(r"(?:what\s+(?:are|is)\s+|which\s+)?(?:all\s+)?(?:the\s+)?deadlines?\s+(?:of|for|facing|set for|in|under)"),
    either(r"(?:what|which)\s+deadlines?\s+(?:does|do|has|have|must|is|are)"),
    re.compile(r"(?:['’]s|(?<=s)['’])\s+deadlines?(?!\w)"),
)
_DEADLINES_AROUND = either(r"have|has|face|facing|meet|to meet|what are|what|which|there|are|is", _SHOW)
_COMPARES = either(
    r"compare|comparison(?:\s+of)?|compared|how\s+do(?=.*\bdiffer)|(?:what\s+(?:is|are)\s+)?(?:the\s+)?differences?"
)
_TARGETS = either(
    r"(?:between\s+)?(?:the\s+)?(?:training\s+)?(?:targets?|goals?|quotas?)(?:\s+(?:for|on|of|set for|concerning|about))?"
)
_GOALS = either(
    rf"(?:(?:what|which)\s+|{_SHOW}\s+)?(?:are\s+|is\s+)?(?:all\s+|of\s+|the\s+|numerical\s+|main\s+)*(?:training\s+)?(?:targets|quotas)(?:\s+of)?"
)
_OF_ALL_TRAINING = either(
    r"(?:for\s+|on\s+)?(?:the\s+)?(?:training|education|fostering|development)(?:\s+and\s+(?:training|education|fostering|development))?",
    r"(?:of\s+|for\s+)?(?:the\s+)?(?:civil servants|officials|public employees|cadres)(?:\s*(?:,|and)\s*(?:civil servants|officials|public employees|cadres))*",
    r"does|do|did|is|are|have|has|been|be|set|sets|setting|lay down|lays down|give|gives|state|states|stated|contain|contains|there|it|out|must be (?:met|reached)",
)
_BETWEEN = either(
    r"(?:between|across|among|in|of)(?:\s+(?:the|all|two|these|different))*\s+(?:provinces|documents|plans|places)",
    r"(?:between|in|of|across|among|with|against|versus|vs|and|to|for|on|by|from|the)(?=[\s.]*(?:the\s+)?[\0§])",
    r"differ|side by side|please",
    r"(?:plans?|decisions?|drafts?|documents?|province|provinces)(?=\s*[\0§])|(?<=[\0§])\s*(?:plans?|decisions?|drafts?|documents?)",
    r"(?<=[\0§])['’]s?",
)
_KIND = r"(?:plan|decision|draft|scheme|programme|program|document|regulation|resolution|decree|law|circular)s?"
_OWN_WORDS = (
    r"(?:\s+(?!(?:of|under|in|by|from|for|to|and|have|has|had|do|does|must|should|is|are|department|division|office|committee)\b)"
    r"[\w-]+){0,5}?"
)
_WHERE = r"(?:under|in|according to|by|from|of|per|within|for|at|on the basis of|based on)"
_PARTICLE = r"(?:the|a|what about|how about|and|so|then|ok|but|or|of|for|in|under|by|at|to|with|from|on|all|also|now|please|does|do|is|are|have|has)"

ENGLISH = Cues(
    folded=False,
    duties=(
        Way((_OF_WHOM,), (either(r"what (?:are|is)"),)),
        Way((_WHICH,), (_HELD,)),
        Way((_WHAT_MUST, _DOES)),
        *(Way((pattern,), (either(rf"what (?:are|is)|{_SHOW}"),)) for pattern in _POSSESSED),
    ),
    due=(Way((_DUE,), (_DUE_AROUND,)), Way((either(r"who\s+(?:must|has to|should|is to|needs to)\s+do\s+what"),))),
    deadlines=tuple(Way((pattern,), (_DEADLINES_AROUND,)) for pattern in _DEADLINES),
    targets=(Way((_COMPARES, _TARGETS), (_BETWEEN,)),),
    goals=(Way((_GOALS,), (_OF_ALL_TRAINING,)),),
    ending=either(
        r"(?:that\s+|which\s+)?(?:are\s+|is\s+|fall\s+|come\s+|must be\s+|to be\s+)?(?:due|done|finished|completed)"
    ),
    documents=either(
        rf"(?:{_WHERE}\s+)?(?:the\s+|this\s+|that\s+)?§+(?:['’]s)?{_OWN_WORDS}\s+{_KIND}(?:\s+§+)?",
        rf"(?:{_WHERE}\s+)?(?:the\s+|this\s+|that\s+)?{_KIND}(?:\s+(?:no|of|by|for|from|in|on|§+|number))*\.?\s+(?:the\s+)?§+"
        r"(?:\s+province)?",
    ),
    fillers=either(
        rf"{_WHERE}\s+(?:the|this|that|these|those|any|all)?\s*(?:current\s+)?{_KIND}",
        rf"{_WHERE}\s+(?:the\s+)?(?:province of\s+)?(?=§)",
        r"(?<=§)['’]s?|(?<=§)\s+province(?:['’]s)?|of (?:those|these|them)",
        r"please|could you|can you|would you|i (?:want|need|would like) to (?:know|see)|tell me|show me|kindly|exactly|precisely",
    ),
    leading=re.compile(rf"^(?:{_PARTICLE}\s+)+", re.IGNORECASE),
    trailing=re.compile(rf"(?:\s+{_PARTICLE})+$", re.IGNORECASE),
)
