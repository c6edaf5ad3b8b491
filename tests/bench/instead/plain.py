"""A plain Streamlit app on its defaults: the pandas ranking, read anew when a board refreshes."""

import os

import streamlit as st
from frames import rank_season, read_files

FOLDER = os.environ["SEASON_FILES"]


@st.cache_data(ttl="2s")
def load():
    return rank_season(read_files(FOLDER))


st.title("Results")
contests = sorted(load()["contest"].unique())
asked = st.query_params.get("contest", contests[0])
contest = st.selectbox("Contest", contests, index=contests.index(asked))


@st.fragment(run_every="2s")
def board():
    table = load()
    shown = table[table["contest"] == contest]
    st.dataframe(shown[["place", "name", "total", "scale", "award"]], hide_index=True)
    st.bar_chart(shown, x="name", y="total")


board()
