/** What the browser must do by itself for people who score: speak, print. */
import "./scoring/aloud";
import "./scoring/print";
