export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  const status = parentElement.querySelector("[role=status]");
  button.textContent = data.label;
  const address = new URL(data.address, document.baseURI);
  const fetchImage = async () => {
    await window.konlangWords; // title and note still on their way
    const answer = await fetch(address, { cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.blob();
  };
  button.onclick = async () => {
    button.disabled = true;
    status.textContent = data.copying;
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": fetchImage() })]);
      status.textContent = data.copied;
    } catch {
      status.textContent = data.failed;
    }
    button.disabled = false;
  };
}
