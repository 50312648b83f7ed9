const PAUSE = 700; // ms without typing after which the chart on the page follows

export default function ({ parentElement, data, setTriggerValue }) {
  const form = parentElement.querySelector("form");
  if (!form.hasChildNodes()) build(form, data); // run again with the page: what is being typed stays
  const { title, note } = form.elements;
  const [button, status] = ["button", "[role=status]"].map((what) => form.querySelector(what));
  const chosen = () => Object.fromEntries(new FormData(form));
  const name = () => `${data.stem}_${chosen().size}.${chosen().format}`;

  const send = async () => {
    const words = new URLSearchParams({ title: title.value, note: note.value });
    if (words.toString() === form.dataset.kept) return;
    await ask(data.words, { method: "POST", body: words });
    form.dataset.kept = words.toString();
  };
  // one after the other, each as the fields stand when its turn comes; images and copies wait for the last
  const keep = () => (window.konlangWords = Promise.resolve(window.konlangWords).then(send).catch(() => {}));
  const follow = () => keep().then(() => setTriggerValue("kept", form.dataset.kept));

  form.oninput = (event) => {
    button.textContent = data.take[chosen().format];
    button.dataset.file = name();
    if (event?.target !== title && event?.target !== note) return;
    keep();
    clearTimeout(form.pause);
    form.pause = setTimeout(follow, PAUSE);
  };
  form.oninput();
  form.onsubmit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    status.textContent = data.making;
    try {
      await keep();
      await send(); // a fault on the way is told here
      const { format, size } = chosen();
      const answer = await ask(`${data.image}.${format}?size=${size}&${data.query}`, { cache: "no-store" });
      save(await answer.blob(), name());
      status.textContent = "";
    } catch {
      status.textContent = data.failed;
    }
    button.disabled = false;
  };
  title.onkeydown = (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // Enter shows the title in the chart; it does not take the image
    follow();
  };
}

function build(form, data) {
  const [choices, words] = [add(form, "div"), add(form, "div")];
  for (const [what, names] of Object.entries(data.choices)) {
    const set = add(choices, "fieldset");
    add(set, "legend").textContent = data.labels[what];
    for (const [value, told] of Object.entries(names)) {
      const label = add(set, "label");
      const choice = Object.assign(add(label, "input"), { type: "radio", name: what, value });
      choice.defaultChecked = value === Object.keys(names)[0];
      label.append(told);
    }
  }
  for (const [name, kind] of [["title", "input"], ["note", "textarea"]]) {
    const label = add(words, "label");
    label.textContent = data.labels[name];
    Object.assign(add(label, kind), { name, value: data.texts[name], maxLength: data.most });
  }
  form.dataset.kept = new URLSearchParams(data.texts).toString();
  const foot = add(words, "footer");
  Object.assign(add(foot, "button"), { type: "submit" });
  add(foot, "span").setAttribute("role", "status");
}

function add(parent, kind) {
  return parent.appendChild(document.createElement(kind));
}

async function ask(address, how) {
  const answer = await fetch(new URL(address, document.baseURI), how);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

function save(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a slow disk may still be reading it
}
