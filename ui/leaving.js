// A click that leaves the page while a drawer is open also closes the drawer, and Streamlit answers the last of the two
// messages alone: the page would stay, or come empty. The drawer is closed first, and the click follows.
export default function () {
  const links = "[data-testid=stSidebarNavLink], [data-testid=stPageLink-NavLink]";
  const isOpen = () => Boolean(document.querySelector("[data-testid=stPopoverBody]"));
  let wasOpen = false;
  const look = () => { wasOpen = isOpen(); };
  const follow = (link) => (isOpen() ? requestAnimationFrame(() => follow(link)) : setTimeout(() => link.click()));
  const hold = (event) => {
    const link = event.target.closest?.(links);
    if (!wasOpen || !link || event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab leaves nothing
    wasOpen = false;
    event.preventDefault();
    event.stopImmediatePropagation();
    ["mousedown", "mouseup", "click"].forEach((kind) => document.body.dispatchEvent(new MouseEvent(kind, { bubbles: true })));
    follow(link);
  };
  // On a phone the menu lies over the page: it gives way to the page that was chosen in it.
  const close = (event) => {
    if (!event.target.closest?.("[data-testid=stSidebarNavLink]") || !window.matchMedia("(max-width: 768px)").matches) return;
    setTimeout(() => document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click(), 300);
  };
  document.addEventListener("pointerdown", look, true);
  document.addEventListener("click", hold, true);
  document.addEventListener("click", close);
  return () => {
    document.removeEventListener("pointerdown", look, true);
    document.removeEventListener("click", hold, true);
    document.removeEventListener("click", close);
  };
}
