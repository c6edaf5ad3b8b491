// Asks for the JSON of this page again and again, ever more rarely while nothing answers, and puts
// what came into its place. The server says how often; a plain file server says nothing and is asked
// rarely. Without this script the page is what it was when it was loaded.
"use strict";
(() => {
  const place = document.querySelector("[data-poll]");
  const pages = [...document.querySelectorAll(".k-hall")];
  const A_PAGE = 20; // seconds, the same moment in every hall
  if (pages.length > 1) {
    const turn = () => {
      const now = Math.floor(Date.now() / 1000 / A_PAGE) % pages.length;
      pages.forEach((page, number) => { page.hidden = number !== now; });
    };
    turn();
    setInterval(turn, 1000);
  }
  if (!place || location.protocol === "file:") return;

  const QUIET = 15, RAREST = 60, A_GROWTH = 1.5; // seconds where no server says how often
  const note = document.querySelector(".p-lost");
  let tag = "";
  let pause = 1;
  let timer = 0;
  let faults = 0;

  const say = (words) => {
    if (!note) return;
    note.hidden = !words;
    note.querySelector("span").textContent = words || "";
  };
  const later = (seconds) => {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(ask, seconds * 1000 * (0.9 + 0.2 * Math.random()));
  };
  const show = (found) => {
    if (found.look !== place.dataset.look || place.dataset.change === "reload") {
      location.reload();
      return;
    }
    const scrolled = place.querySelector(".k-scroll");
    const left = scrolled ? scrolled.scrollLeft : 0;
    const isIn = place.contains(document.activeElement);
    place.innerHTML = found.html;
    place.dataset.version = found.version;
    const scrolls = place.querySelector(".k-scroll");
    if (scrolls) scrolls.scrollLeft = left;
    if (scrolls && isIn) scrolls.focus();
  };

  async function ask() {
    try {
      const answer = await fetch(place.dataset.poll, {
        cache: "no-store", headers: tag ? { "If-None-Match": tag } : {},
      });
      const told = Number(answer.headers.get("X-Poll-After"));
      if (answer.status === 404) {
        say(place.dataset.gone);
        later(QUIET);
        return;
      }
      if (!answer.ok && answer.status !== 304) throw new Error(String(answer.status));
      faults = 0;
      say("");
      if (answer.status === 304) {
        pause = told || Math.min(RAREST, Math.max(QUIET, pause * A_GROWTH));
      } else {
        tag = answer.headers.get("ETag") || "";
        const found = await answer.json();
        if (found.version !== place.dataset.version) show(found);
        pause = told || QUIET;
      }
      later(pause);
    } catch {
      faults += 1;
      say(place.dataset.lost);
      later(Math.min(RAREST, 2 ** faults));
    }
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : ask()));
  later(pause);
})();
