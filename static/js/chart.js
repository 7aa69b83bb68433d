// Draws each figure again with Plotly where there is room: same numbers, with words under the mouse.
// Without this script, and on a phone, the drawing of the server stays.
"use strict";
(function () {
  const source = document.currentScript.dataset.plotly;
  const charts = [...document.querySelectorAll("[data-chart]")];
  if (!charts.length) return;

  const roomy = matchMedia("(min-width: 48rem)");
  const options = { responsive: true, displayModeBar: false, scrollZoom: false, doubleClick: false };
  // What the server wrote, and the name that the style sheet has for it.
  const colours = {
    "#17566f": "--chart-1", "#cb6337": "--chart-2", "#a97c14": "--chart-3",
    "#48906c": "--chart-4", "#80549a": "--chart-5", "#78838d": "--chart-6",
    "#707071": "--ink", "#bfbfc0": "--line", "#f1eee7": "--sunken",
  };
  let arriving = null;

  function plotly() {
    arriving = arriving || new Promise(function (ready, refused) {
      const script = document.createElement("script");
      script.src = source;
      script.onload = function () { ready(window.Plotly); };
      script.onerror = refused;
      document.head.append(script);
    });
    return arriving;
  }

  function told(name) {
    const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    return /^#[0-9a-f]{3}$/i.test(value) ? "#" + [...value.slice(1)].map((one) => one + one).join("") : value;
  }

  // Only full hexadecimal colours can carry the faint part that bands have behind them.
  function themed(text) {
    const places = Object.keys(colours).join("|");
    return text.replace(new RegExp(places, "g"), function (written) {
      const wanted = told(colours[written]);
      return /^#[0-9a-f]{6}$/i.test(wanted) ? wanted : written;
    });
  }

  function placeFor(chart) {
    const plot = document.createElement("div");
    plot.className = "chart__plot";
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-labelledby", chart.dataset.chartTitle);
    chart.append(plot);
    return plot;
  }

  function show(chart, plotted) {
    chart.querySelector(".chart__drawing").hidden = plotted;
    const plot = chart.querySelector(".chart__plot");
    if (plot) plot.hidden = !plotted;
  }

  async function draw(chart) {
    if (!roomy.matches) return show(chart, false);
    try {
      if (!chart.figureText) {
        const answer = await fetch(chart.dataset.chart, { headers: { Accept: "application/json" } });
        if (!answer.ok) return;
        chart.figureText = await answer.text();
      }
      const library = await plotly();
      const figure = JSON.parse(themed(chart.figureText));
      figure.layout.paper_bgcolor = told("--paper") || figure.layout.paper_bgcolor;
      const plot = chart.querySelector(".chart__plot") || placeFor(chart);
      show(chart, true);
      await library.react(plot, figure.data, figure.layout, options);
    } catch (trouble) {
      show(chart, false);
    }
  }

  const seen = new Set();
  const near = new IntersectionObserver(function (entries) {
    for (const one of entries) {
      if (!one.isIntersecting || seen.has(one.target)) continue;
      seen.add(one.target);
      draw(one.target);
    }
  }, { rootMargin: "400px" });
  for (const chart of charts) near.observe(chart);

  function again() { for (const chart of seen) draw(chart); }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  roomy.addEventListener("change", again);
})();
