// For tools whose view is not in the widget's state: it comes by message, once the page asks.

/** A model as Live wants it, whose `view` is the last one that Python sent. */
class PrivateModel {
  constructor(model) {
    this.model = model;
    this.view = { turn: 0 };
  }

  get(name) {
    return name === "view" ? this.view : this.model.get(name);
  }

  on(_, receive) {
    this.hear = ({ view }) => {
      if (!view) return;
      this.view = view;
      receive();
    };
    this.model.on("msg:custom", this.hear);
  }

  off() {
    this.model.off("msg:custom", this.hear);
  }

  send(message) {
    this.model.send(message);
  }
}
