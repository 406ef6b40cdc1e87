// Puts Cairn on a university's own page, where this tag stands:
//   <script src="https://cairn.example.edu/embed.js" data-height="760" data-title="Find a micro-credential"></script>
// The server must name that page's origin in CAIRN_FRAME_ANCESTORS.
(() => {
  const script = document.currentScript
  const frame = document.createElement("iframe")
  frame.src = new URL("./?embed=true", script.src).href
  frame.title = script.dataset.title || "Cairn: find a micro-credential"
  frame.loading = "lazy"
  frame.style.cssText = `display:block;width:100%;border:0;height:${parseInt(script.dataset.height, 10) || 760}px`
  script.insertAdjacentElement("afterend", frame)
})()
