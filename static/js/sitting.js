// Counting hands without a new page, and fields that are typed over at once.
"use strict";
(function () {
  for (const field of document.querySelectorAll("[data-select]")) {
    field.addEventListener("focus", () => field.select());
  }

  // A form that answers with a file leaves the page as it is: it can be sent again for more.
  for (const form of document.querySelectorAll("form[action$='.pdf']")) {
    form.addEventListener("submit", () => setTimeout(() => { delete form.dataset.sent; }, 4000));
  }

  const trouble = document.querySelector("[data-trouble]");
  const tell = function (text) {
    if (!trouble) return;
    trouble.hidden = !text;
    trouble.textContent = text;
  };
  const show = function (told) {
    for (const hand of document.querySelectorAll("[data-answer]")) {
      hand.querySelector("[data-number]").textContent = told.hands[hand.dataset.answer] || 0;
    }
    for (const typed of document.querySelectorAll(".sitting__totals input")) {
      const held = told.hands[typed.name.replace("hands_", "")] || "";
      if (typed.value === typed.defaultValue) typed.value = typed.defaultValue = held;
    }
    const total = document.querySelector("[data-total]");
    if (total) total.textContent = told.total;
    tell(told.message || "");
  };

  // One tap after the other, each with a mark of its own: a tap that is sent again is counted once.
  let last = Promise.resolve();
  const send = function (form, sent, left) {
    return fetch(form.action, { method: "POST", body: sent, headers: { Accept: "application/json" } }).then(function (answer) {
      if (!(answer.headers.get("Content-Type") || "").includes("json")) { location.reload(); return; }
      return answer.json().then(show);
    }).catch(function () {
      if (left > 0) return new Promise((go) => setTimeout(go, 800)).then(() => send(form, sent, left - 1));
      tell(trouble ? trouble.dataset.trouble : "");
    });
  };
  for (const form of document.querySelectorAll("[data-hand]")) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      event.stopPropagation();
      const sent = new FormData(form);
      const mark = crypto.getRandomValues(new Uint32Array(4));
      sent.set("once", Array.from(mark, (one) => one.toString(36)).join(""));
      last = last.then(() => send(form, sent, 2));
    });
  }
})();
