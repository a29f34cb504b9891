/** What the browser must do by itself for people who score: speak, take over words that are picked out, print. */
import "./scoring/aloud";
import "./scoring/pick";
import "./scoring/print";
