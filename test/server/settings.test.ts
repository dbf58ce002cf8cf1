// The user's settings: asked for, changed, wrong, and for clients that cannot be asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DiagnosticSeverity, DidChangeConfigurationNotification } from "vscode-languageserver/node";
import { wrongReview } from "../support/faulty";
import { Client } from "./client";

/** What `disputes/total` says in English of 907 where 3 is right. */
const ENGLISH = "行政复议: 总计 is 907, but the four results add up to 3 (= 2 + 0 + 0 + 1). Check them.";

test("the server asks for its section, and to be told of changes", async (t) => {
  const client = await Client.start(t, { settings: {} });
  await client.until("a question", () => client.asked.length > 0);
  assert.deepEqual(client.asked, ["gouji"]);
  assert.deepEqual(client.registered, ["workspace/didChangeConfiguration"]);
});

test("locale en: messages in English", async (t) => {
  const client = await Client.start(t, { settings: { locale: "en" } });
  const { message, relatedInformation } = await client.open(wrongReview()).only("disputes/total");
  assert.equal(message, ENGLISH);
  assert.equal(relatedInformation![0]!.message, "行政复议 · 结果维持: 2");
});

test("a rule off, and another with a severity of its own", async (t) => {
  const client = await Client.start(t, {
    settings: { rules: { "disputes/total": "hint", "structure/missing-section": "off" } },
  });
  const text = wrongReview();
  const document = client.open(text.slice(0, text.indexOf("六、其他需要报告的事项")));
  const found = await document.pull();
  assert.deepEqual(
    found.map(({ code, severity }) => [code, severity]),
    [["disputes/total", DiagnosticSeverity.Hint]],
  );
});

for (const [name, severity] of [
  ["error", DiagnosticSeverity.Error],
  ["warning", DiagnosticSeverity.Warning],
  ["info", DiagnosticSeverity.Information],
  ["hint", DiagnosticSeverity.Hint],
] as const) {
  test(`severity ${name} is the editor's`, async (t) => {
    const client = await Client.start(t, { settings: { rules: { "disputes/total": name } } });
    assert.equal((await client.open(wrongReview()).only("disputes/total")).severity, severity);
  });
}

test("a change is asked for again, refreshes the editor, and holds from then on", async (t) => {
  const client = await Client.start(t, { settings: {} });
  const document = client.open(wrongReview());
  assert.deepEqual(await document.findings(), ["disputes/total 907"]);
  await client.until("the first refresh", () => client.refreshes === 1);
  await client.changeSettings({ rules: { "disputes/total": "off" } });
  await client.until("a refresh", () => client.refreshes === 2);
  assert.deepEqual(client.asked, ["gouji", "gouji"]);
  assert.deepEqual(await document.findings(), []);
  await client.changeSettings({});
  assert.deepEqual(await document.findings(), ["disputes/total 907"]);
});

test("a request that comes right behind a change is answered with the new settings", async (t) => {
  const client = await Client.start(t, { settings: { locale: "zh-CN" } });
  const document = client.open(wrongReview());
  await document.pull();
  void client.changeSettings({ locale: "en" });
  assert.equal((await document.only("disputes/total")).message, ENGLISH);
});

test("of two changes the later holds, though its answer overtook the earlier one's", async (t) => {
  const answers: ((settings: unknown) => void)[] = [];
  const client = await Client.start(t, {
    answerConfiguration: () => new Promise((resolve) => answers.push(resolve)),
  });
  await client.until("the first question", () => client.asked.length === 1);
  const document = client.open(wrongReview());
  await client.changeSettings(null);
  await client.until("the second question", () => client.asked.length === 2);
  answers[1]!({ locale: "en" });
  await client.until("a refresh", () => client.refreshes === 1);
  answers[0]!({ locale: "zh-CN" });
  // When this is answered, the late answer has been read.
  await document.pull();
  assert.equal((await document.only("disputes/total")).message, ENGLISH);
});

test("wrong settings are named in the log, and the right ones beside them hold", async (t) => {
  const client = await Client.start(t, {
    settings: {
      detect: "yes",
      locale: "en",
      rules: { "disputes/total": "fatal", "disputes/sum": "off", "structure/missing-section": "off" },
    },
  });
  const text = wrongReview();
  const document = client.open(text.slice(0, text.indexOf("六、其他需要报告的事项")));
  const [found, ...others] = await document.pull();
  assert.deepEqual(others, []);
  assert.equal(found!.message, ENGLISH);
  assert.equal(found!.severity, DiagnosticSeverity.Error);
  const complaints = client.complaints();
  assert.equal(complaints.length, 3, JSON.stringify(complaints));
  assert.match(complaints[0]!, /gouji\.detect.*"yes"/);
  assert.match(complaints[1]!, /disputes\/total.*"fatal"/);
  assert.match(complaints[2]!, /disputes\/sum/);
});

for (const [wrong, complaints] of [
  ["loud", [/^gouji: .*"loud"/]],
  [7, [/^gouji: .*7/]],
  [["off"], [/^gouji: .*\["off"\]/]],
  [{ rules: "off" }, [/^gouji\.rules: expected an object/]],
  [{ rules: ["off"] }, [/^gouji\.rules: expected an object/]],
  [{ rules: null, locale: 1 }, [/^gouji\.locale: 1 /]],
  [{ rules: { toString: "off", "table/shape": null } }, [/toString/, /table\/shape: null/]],
] as const) {
  test(`settings ${JSON.stringify(wrong)} are named in the log and do no harm`, async (t) => {
    const client = await Client.start(t, { settings: wrong });
    const { message } = await client.open(wrongReview()).only("disputes/total");
    assert.match(String(message), /总计为 907/);
    const logged = client.complaints();
    assert.equal(logged.length, complaints.length, JSON.stringify(logged));
    complaints.forEach((complaint, i) => {
      assert.match(logged[i]!, complaint);
    });
  });
}

test("a client that cannot be asked gives its settings when it starts", async (t) => {
  const client = await Client.start(t, {
    initializationOptions: { locale: "en", rules: { "disputes/total": "warning", nonsense: "off" } },
  });
  const found = await client.open(wrongReview()).only("disputes/total");
  assert.equal(found.message, ENGLISH);
  assert.equal(found.severity, DiagnosticSeverity.Warning);
  assert.deepEqual(client.asked, []);
  assert.equal(client.complaints().length, 1);
  assert.match(client.complaints()[0]!, /nonsense/);
});

test("and may send them later", async (t) => {
  const client = await Client.start(t, { initializationOptions: { locale: "en" } });
  const document = client.open(wrongReview());
  await document.pull();
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { gouji: { rules: { "disputes/total": "off" } }, editor: { tabSize: 4 } },
  });
  assert.deepEqual(await document.findings(), []);
});

test("a client that can be asked but has no settings keeps those that it started with", async (t) => {
  const client = await Client.start(t, { settings: null, initializationOptions: { locale: "en" } });
  assert.equal((await client.open(wrongReview()).only("disputes/total")).message, ENGLISH);
});

test("a client that answers the questions with errors is served with what it started with", async (t) => {
  const client = await Client.start(t, {
    initializationOptions: { locale: "en" },
    answerConfiguration: () => {
      throw new Error("没有设置");
    },
    answerRefresh: () => {
      throw new Error("不刷新");
    },
  });
  const document = client.open(wrongReview());
  assert.equal((await document.only("disputes/total")).message, ENGLISH);
  assert.ok(client.complaints().some((complaint) => complaint.includes("没有设置")));
  await client.changeSettings({});
  assert.equal((await document.only("disputes/total")).message, ENGLISH);
});

test("a client that refuses to refresh does not end the server", async (t) => {
  const client = await Client.start(t, {
    settings: {},
    answerRefresh: () => {
      throw new Error("不刷新");
    },
  });
  const document = client.open(wrongReview());
  await client.until("the first refresh", () => client.refreshes === 1);
  for (let change = 1; change <= 3; change++) {
    await client.changeSettings({ locale: change % 2 ? "en" : "zh-CN" });
    await client.until("a refresh", () => client.refreshes > change);
  }
  assert.equal((await document.only("disputes/total")).message, ENGLISH);
});

test("requests wait for the settings", async (t) => {
  let answer: (settings: unknown) => void = () => assert.fail("nothing was asked");
  const client = await Client.start(t, {
    answerConfiguration: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  const found = client.open(wrongReview()).only("disputes/total");
  await client.until("the question", () => client.asked.length === 1);
  answer({ locale: "en" });
  assert.equal((await found).message, ENGLISH);
});

test("a client that registers nothing is served, and its refusal logged", async (t) => {
  const client = await Client.start(t, {
    settings: { locale: "en" },
    answerRegistration: () => {
      throw new Error("不登记");
    },
  });
  const document = client.open(wrongReview());
  assert.equal((await document.only("disputes/total")).message, ENGLISH);
  await client.until("the log", () => client.complaints().some((complaint) => complaint.includes("不登记")));
  assert.equal((await document.only("disputes/total")).message, ENGLISH);
});
