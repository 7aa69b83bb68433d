/* Selecting any piece of a text marks that piece; without this script each sentence is a link to the same page. */
(function () {
  "use strict";
  const text = document.querySelector("[data-marking]");
  const bar = document.querySelector("[data-marking-bar]");
  if (!text || !bar || !text.dataset.marking || !window.getSelection) return;
  const button = bar.querySelector("a");

  // A link cannot be selected with a finger: keep the tap and the key, give the text back to the finger.
  for (const sentence of text.querySelectorAll("a[data-start]")) {
    const href = sentence.getAttribute("href");
    const open = function () { if (window.getSelection().isCollapsed) window.location.href = href; };
    sentence.removeAttribute("href");
    sentence.setAttribute("role", "link");
    sentence.tabIndex = 0;
    sentence.addEventListener("click", open);
    sentence.addEventListener("keydown", function (event) { if (event.key === "Enter") open(); });
  }

  // The place of a point in the text, in code points: the portal counts an emoji as one.
  function place(node, offset) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const sentence = element.closest("[data-start]");
    if (!sentence || !text.contains(sentence)) return null;
    const range = document.createRange();
    range.selectNodeContents(sentence);
    range.setEnd(node, offset);
    return Number(sentence.dataset.start) + Array.from(range.toString()).length;
  }

  // Selections that begin or end between two sentences take the sentence beside them.
  function ends(range) {
    const touched = Array.from(text.querySelectorAll("[data-start]")).filter(function (one) { return range.intersectsNode(one); });
    if (!touched.length) return null;
    const first = touched[0], last = touched[touched.length - 1];
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    return [
      start === null ? Number(first.dataset.start) : start,
      end === null ? Number(last.dataset.start) + Array.from(last.textContent).length : end,
    ];
  }

  document.addEventListener("selectionchange", function () {
    const selection = window.getSelection();
    const found = !selection.isCollapsed && selection.rangeCount && text.contains(selection.anchorNode) ? ends(selection.getRangeAt(0)) : null;
    if (found && found[0] < found[1]) {
      const address = new URL(text.dataset.marking, window.location.href);
      address.searchParams.set("start", found[0]);
      address.searchParams.set("end", found[1]);
      button.href = address.href;
      bar.hidden = false;
    } else if (document.activeElement !== button) {
      bar.hidden = true;
    }
  });
})();
