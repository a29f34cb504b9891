/** The pieces of a board that the browser must do by itself: they follow what the server says, and never disturb who is typing. */
import { Follow } from "./board/follow";
import { Gather } from "./board/gather";
import { News } from "./board/news";
import { Steady } from "./board/steady";
import { Timer } from "./board/timer";

customElements.define("co-follow", Follow);
customElements.define("co-gather", Gather);
customElements.define("co-news", News);
customElements.define("co-steady", Steady);
customElements.define("co-timer", Timer);
