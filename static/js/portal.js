// Small comforts; every page works without them.
"use strict";
(function () {
  const all = (selector) => document.querySelectorAll(selector);
  const posts = (form) => form && form.getAttribute("method") === "post";

  // After a refused form: to the list of what to look at.
  const summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();

  // From an error straight into its field, with its label in sight.
  document.addEventListener("click", function (event) {
    const link = event.target.closest(".error-summary a");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.closest(".field") || field).scrollIntoView();
    field.focus({ preventScroll: true });
  });

  // A second tap on a button does not send twice; what is sent is no longer unsaved.
  let typed = false;
  document.addEventListener("submit", function (event) {
    if (!posts(event.target)) return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
    typed = false;
  });
  window.addEventListener("pageshow", function () {
    for (const form of document.forms) delete form.dataset.sent;
  });

  // Typed text is not lost by a tap beside the form.
  document.addEventListener("input", function (event) {
    if (posts(event.target.form) && event.target.form.classList.contains("form")) typed = true;
  });
  window.addEventListener("beforeunload", function (event) {
    if (typed) event.preventDefault();
  });

  // Passwords can be read back while typing.
  for (const button of all("[data-reveal]")) {
    const field = document.getElementById(button.dataset.reveal);
    button.hidden = false;
    button.addEventListener("click", function () {
      const shown = field.type === "password";
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
    });
  }

  // Wide tables can be moved with the keyboard, where they are wider than the screen.
  for (const box of all(".table-scroll:not([tabindex])")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    const caption = box.querySelector("caption");
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    if (caption) box.setAttribute("aria-label", caption.textContent.trim());
  }

  // On paper nothing stays folded.
  window.addEventListener("beforeprint", function () {
    for (const folded of all("details:not([open])")) folded.open = true;
  });
})();
