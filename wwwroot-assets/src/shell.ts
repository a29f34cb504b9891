import "./shell/countdown";
import * as forms from "./shell/forms";
import * as passkeys from "./shell/passkeys";
import * as print from "./shell/print";
import * as reconnect from "./shell/reconnect";

forms.start();
passkeys.start();
print.start();
reconnect.start();
