// Shows Streamlit's own English words in the reader's language; what users typed and what charts draw is left alone.
(() => {
  const pairs = WORDS;
  const ATTRIBUTES = ["aria-label", "title", "placeholder"];
  const OURS = [
    '[data-testid="stHtml"]', '[data-testid="stMain"] [data-testid="stMarkdownContainer"]', '[role="option"][data-key]', ".js-plotly-plot",
  ].join(", ");

  const pattern = (text) => {
    const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
    return new RegExp(`^${parts.join("(.+)")}$`);
  };
  const rules = (from, to) => ({
    whole: new Map(pairs.filter((pair) => !pair[from].includes("{")).map((pair) => [pair[from], pair[to]])),
    open: pairs.filter((pair) => pair[from].includes("{")).map((pair) => [pattern(pair[from]), pair[to]]),
  });
  const known = { th: rules(0, 1), en: rules(1, 0) };

  const translate = (text, { whole, open }) => {
    const plain = text.trim();
    if (whole.has(plain)) return whole.get(plain);
    for (const [said, told] of open) {
      const hit = plain.length < 200 && said.exec(plain);
      if (hit) return told.replace(/\{\w+\}/, () => hit[1]);
    }
    return null;
  };
  const mendText = (node, used) => {
    if (node.parentElement?.closest(OURS)) return;
    const told = translate(node.nodeValue, used);
    if (told !== null) node.nodeValue = told;
  };
  const mendAttributes = (element, used) => {
    for (const name of ATTRIBUTES) {
      const told = element.hasAttribute(name) ? translate(element.getAttribute(name), used) : null;
      if (told !== null) element.setAttribute(name, told);
    }
  };
  const mend = (root, used) => {
    if (root.nodeType === Node.TEXT_NODE) return mendText(root, used);
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest(OURS)) return;
    mendAttributes(root, used);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches(OURS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      node.nodeType === Node.TEXT_NODE ? mendText(node, used) : mendAttributes(node, used);
    }
  };
  const told = () => document.querySelector("style.language")?.lang; // as ui/streamlit_words.py wrote it
  let last = "";
  new MutationObserver((changes) => {
    const language = told() || document.documentElement.lang;
    const used = known[language];
    if (!used) return;
    if (language !== last) mend(document.body, used);
    else for (const change of changes)
      change.type === "childList" ? change.addedNodes.forEach((node) => mend(node, used)) : mend(change.target, used);
    last = language;
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
})();
