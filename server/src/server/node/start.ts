// The entry of the bundle that VS Code starts.

import { runServer } from "./main";

runServer();
