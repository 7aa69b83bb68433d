// Comforts for readers: reading aloud, speaking, and an answer that waits when the connection is gone.
"use strict";
(function () {
  const one = (selector) => document.querySelector(selector);
  const form = one("form[data-keep]");

  // Reading aloud, only with a voice of the language of the page.
  const listen = one("[data-listen]");
  const speech = window.speechSynthesis;
  if (listen && speech && window.SpeechSynthesisUtterance) {
    const words = listen.querySelector("[data-listen-words]") || listen;
    const first = words.textContent;
    const offer = function () {
      listen.hidden = !speech.getVoices().some((voice) => voice.lang.toLowerCase().startsWith("nl"));
    };
    const rest = function () { words.textContent = first; };
    offer();
    speech.addEventListener && speech.addEventListener("voiceschanged", offer);
    window.addEventListener("pagehide", () => speech.cancel());
    listen.addEventListener("click", function () {
      if (speech.speaking) { speech.cancel(); rest(); return; }
      words.textContent = listen.dataset.stop;
      const parts = [...document.querySelectorAll("[data-read]")];
      parts.forEach(function (part, place) {
        const said = new SpeechSynthesisUtterance(part.textContent.trim());
        const language = (part.closest("[lang]") || document.documentElement).lang;
        const voices = speech.getVoices().filter((voice) => voice.lang.toLowerCase().startsWith(language));
        said.voice = voices.find((voice) => voice.lang === "nl-BE") || voices[0] || null;
        said.lang = said.voice ? said.voice.lang : language;
        said.rate = 0.9;
        if (place === parts.length - 1) said.onend = rest;
        said.onerror = rest;
        speech.speak(said);
      });
    });
  }
  if (!form) return;

  // "Nothing" and a reason do not go together.
  const nothing = form.querySelector("[data-nothing]");
  form.addEventListener("change", function (event) {
    if (!nothing || event.target.name !== "stops" || !event.target.checked) return;
    for (const box of form.querySelectorAll("[name=stops]")) {
      if ((event.target === nothing) !== (box === nothing)) box.checked = false;
    }
  });

  // Speaking instead of typing.
  const speak = form.querySelector("[data-speak]");
  const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
  if (speak && Recognition) {
    const box = document.getElementById(speak.dataset.speak);
    const words = speak.querySelector("span");
    const first = words.textContent;
    let heard = null;
    speak.hidden = form.querySelector("[data-speak-hint]").hidden = false;
    speak.addEventListener("click", function () {
      if (heard) { heard.stop(); return; }
      heard = new Recognition();
      heard.lang = document.documentElement.lang === "en" ? "en-GB" : "nl-BE";
      heard.onresult = function (event) {
        for (const result of [...event.results].slice(event.resultIndex)) {
          if (result.isFinal) box.value = (box.value + " " + result[0].transcript).trim();
        }
      };
      heard.onend = heard.onerror = function () { heard = null; words.textContent = first; };
      words.textContent = speak.dataset.stop;
      heard.start();
    });
  }

  // An answer that cannot be sent stays here, in this tab, until it can.
  const key = "answer " + form.dataset.keep;
  const store = {
    get: function () { try { return sessionStorage.getItem(key); } catch (_shut) { return null; } },
    put: function (text) { try { sessionStorage.setItem(key, text); } catch (_shut) { /* the form itself still holds it */ } },
    drop: function () { try { sessionStorage.removeItem(key); } catch (_shut) { /* nothing was kept */ } },
  };
  const packed = (button) => {
    const sent = new URLSearchParams(new FormData(form));
    if (button && button.name) sent.append(button.name, button.value);
    return sent.toString();
  };
  const put_back = function (text) {
    const kept = new URLSearchParams(text);
    for (const box of form.querySelectorAll("[type=radio], [type=checkbox]")) {
      box.checked = kept.getAll(box.name).includes(box.value);
    }
    if (kept.get("own_word")) { form.elements.own_word.value = kept.get("own_word"); form.querySelector(".own").open = true; }
  };
  const trouble = function (text) {
    let note = one(".trouble--waiting");
    if (!note) {
      note = document.createElement("div");
      note.className = "trouble trouble--waiting";
      note.setAttribute("role", "alert");
      form.append(note);
    }
    const again = document.createElement("button");
    again.type = "button";
    again.className = "big-button";
    again.textContent = form.dataset.again;
    again.addEventListener("click", () => send(text));
    const said = document.createElement("p");
    said.textContent = form.dataset.trouble;
    note.replaceChildren(said, again);
    note.scrollIntoView({ block: "nearest" });
  };
  let busy = false;
  const send = function (text) {
    if (busy) return;
    busy = true;
    store.put(text);
    fetch(form.action, { method: "POST", body: new URLSearchParams(text), credentials: "omit", headers: { Accept: "application/json" }, signal: AbortSignal.timeout ? AbortSignal.timeout(15000) : undefined })
      .then(function (answer) {
        const kind = answer.headers.get("Content-Type") || "";
        if (answer.ok && kind.includes("json")) return answer.json().then(function (told) { store.drop(); location.assign(told.next); });
        if (answer.status >= 500 || answer.status === 429) throw new Error("busy");
        store.drop(); // refused with a reason: the page itself tells which
        const pressed = new URLSearchParams(text);
        for (const name of ["fair", "skip"]) {
          if (!pressed.get(name)) continue;
          const field = document.createElement("input");
          field.type = "hidden"; field.name = name; field.value = pressed.get(name);
          form.append(field);
        }
        form.submit();
      })
      .catch(function () { busy = false; trouble(text); });
  };
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    send(packed(event.submitter));
  });
  window.addEventListener("pageshow", function () { busy = false; });
  window.addEventListener("online", function () { if (store.get() && one(".trouble--waiting")) send(store.get()); });
  if (store.get()) { put_back(store.get()); trouble(store.get()); }
})();
