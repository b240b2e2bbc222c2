// A widget's model where no kernel is: whoever answers stands in the page.

class PageModel {
  /**
   * @param traits what the widget's script may `get`
   * @param take   (message, model, buffers) => answer a message of the script
   */
  constructor(traits, take) {
    this.traits = { ...traits };
    this.take = take;
    this.listeners = new Map();
  }

  get(name) {
    return this.traits[name];
  }

  set(traits) {
    Object.assign(this.traits, traits);
    for (const name of Object.keys(traits)) this.fire(`change:${name}`);
  }

  on(event, listen) {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listen]);
  }

  off(event, listen) {
    const left = (this.listeners.get(event) ?? []).filter((one) => one !== listen);
    this.listeners.set(event, left);
  }

  /**
   * Let the script answer; a view or a file comes back as a kernel would send it. Not before the
   * widget waits for it: it would go on waiting, and say after four seconds that nothing came.
   */
  send(message, _, buffers = []) {
    queueMicrotask(() => this.take(message, this, buffers));
  }

  tell(content, buffers = []) {
    this.fire("msg:custom", content, buffers);
  }

  fire(event, ...told) {
    for (const listen of this.listeners.get(event) ?? []) listen(...told);
  }
}
