/** Closes the browser of the suite. */
module.exports = () => globalThis.orderDeskBrowser?.close();
