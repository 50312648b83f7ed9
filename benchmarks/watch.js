// Looks at every frame and notes when something is first seen: closer than a driver that asks now and then.
(() => {
  const seen = {};
  window.seenAt = seen;
  document.addEventListener("pointerup", () => { seen.click = performance.now(); }, true);
  new MutationObserver(() => { seen.changed = performance.now(); })  // a short run is never seen to be running
    .observe(document, {subtree: true, childList: true, characterData: true});
  const isShown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== "hidden";
  };
  const look = () => {
    const chart = document.querySelector(".js-plotly-plot .main-svg");
    if (chart && isShown(chart)) seen.chart ??= performance.now();
    const answer = document.querySelector("h1");
    if (answer && answer.textContent !== seen.text) {  // not innerText: asking for that lays the page out
      seen.text = answer.textContent;
      seen.answer = performance.now();
    }
    const state = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState;
    if (state !== seen.state && state === "notRunning") seen.done = performance.now();
    seen.state = state;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
