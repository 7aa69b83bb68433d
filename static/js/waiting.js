// Looks again whether something is ready, without loading the whole page; says it only when the words change.
"use strict";
(function () {
  const box = document.getElementById("waiting");
  const said = document.getElementById("waiting-said");
  if (!box || !said) return;
  const wordsOf = (part) => {
    const words = part.querySelector("[data-said]");
    return words ? words.textContent.trim() : "";
  };
  let last = wordsOf(box);
  let failures = 0;

  const isOpen = () => box.dataset.state === "job-waiting" || box.dataset.state === "job-running";
  const later = () => window.setTimeout(look, Number(box.dataset.every) * 1000 * (1 + Math.min(failures, 9)));

  function show(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.getElementById("waiting");
    if (!fresh) return window.location.reload(); // signed out, or no longer there: the page tells
    box.dataset.state = fresh.dataset.state;
    const words = wordsOf(fresh);
    if (isOpen() && words === last) {
      // Nothing but the bar moved: what has the focus keeps it.
      const bar = box.querySelector(".progress");
      const freshBar = fresh.querySelector(".progress");
      if (bar && freshBar) bar.replaceWith(freshBar);
      return;
    }
    const hadFocus = box.contains(document.activeElement);
    box.replaceChildren(...fresh.childNodes);
    if (hadFocus) (box.querySelector("a, button") || box).focus();
    last = words;
    said.textContent = words;
    const lead = document.querySelector(".page__lead");
    if (!isOpen() && lead) lead.remove();
  }

  async function look() {
    try {
      const answer = await fetch(window.location.href, { credentials: "same-origin", cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      show(await answer.text());
      failures = 0;
    } catch (error) {
      failures += 1;
    }
    if (isOpen()) later();
  }

  if (isOpen()) later();
})();
