// Brings the learner's newest message to the top of the view, so that an answer is read from its first line.
(() => {
  const newest = [...document.querySelectorAll('[aria-label="Chat message from user"]')].pop()
  const message = newest?.closest('[data-testid="stChatMessage"]')
  if (!message) return
  message.style.scrollMarginTop = "4.5rem"  // the height of the page's own header
  message.scrollIntoView({ block: "start" })
})()
