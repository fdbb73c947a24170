"""The entry of the pages: `streamlit run app.py`. Page set-up and navigation only."""

import streamlit as st

from ui import chat
from ui.documents import page as documents
from ui.evaluation import page as evaluation
from ui.style import FRONTEND, apply_style
from ui.words import Words, chosen_language

words = Words(chosen_language())
st.set_page_config(page_title=words("app_title"), page_icon=str(FRONTEND / "icon.png"), layout="centered")
apply_style()
pages = [
    st.Page(chat.show, title=words("chat_page"), icon=":material/chat:", url_path="chat", default=True),
    st.Page(documents.show, title=words("documents_page"), icon=":material/folder_open:", url_path="documents"),
    st.Page(evaluation.show, title=words("evaluation_page"), icon=":material/monitoring:", url_path="evaluation"),
]
st.navigation(pages).run()
