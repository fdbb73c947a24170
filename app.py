"""The entry of the pages: `streamlit run app.py`. Page set-up and navigation only."""

import streamlit as st

from ui import chat
from ui.bases import page as bases
from ui.documents import page as documents
from ui.evaluation import page as evaluation
from ui.obligations import page as obligations
from ui.style import FRONTEND, apply_style
from ui.targets import page as targets
from ui.words import Words, chosen_language

words = Words(chosen_language())
st.set_page_config(page_title=words("app_title"), page_icon=str(FRONTEND / "icon.png"), layout="centered")
apply_style()
pages = [
    st.Page(chat.show, title=words("chat_page"), icon=":material/chat:", url_path="chat", default=True),
    st.Page(obligations.show, title=words("obligations_page"), icon=":material/checklist:", url_path="obligations"),
    st.Page(targets.show, title=words("targets_page"), icon=":material/flag:", url_path="targets"),
    st.Page(documents.show, title=words("documents_page"), icon=":material/folder_open:", url_path="documents"),
    st.Page(bases.show, title=words("bases_page"), icon=":material/account_tree:", url_path="sources"),
    st.Page(evaluation.show, title=words("evaluation_page"), icon=":material/monitoring:", url_path="evaluation"),
]
st.navigation(pages).run()
