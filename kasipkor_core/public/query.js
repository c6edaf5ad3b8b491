// Asks the open data in SQL with a database that runs here, in the reader's browser. It is loaded with
// the first question, in a worker under the rules of this page: it can reach nothing but this site.
"use strict";
(() => {
  const place = document.querySelector("[data-ask]");
  const asking = JSON.parse(place.dataset.ask);
  const find = (name) => place.querySelector(name);
  const [field, go, stop] = [find("textarea"), find(".p-go"), find(".p-stop")];
  const [note, fault, answer, take] = [find(".p-said"), find(".p-fault"), find(".p-answer"), find(".p-take")];
  const SHOWN = 1000; // rows; the file has all
  let started = null; // the database that is being loaded, or is there
  let running = null; // its worker, while it counts
  let turn = 0; // of the questions; one that was stopped is no longer the newest

  const say = (name, values = {}) => {
    note.textContent = asking.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  };
  const load = async (name) => {
    const found = await fetch(asking.base + name, { integrity: asking.checks[name] });
    if (!found.ok) throw new Error(name);
    return found;
  };
  const run = (name) => new Promise((done, failed) => {
    const [src, integrity] = [asking.base + name, asking.checks[name]];
    document.head.append(make("script", { src, integrity, onload: done, onerror: failed }));
  });

  // The two libraries are written for programs that pack them; here they find each other so.
  const readLibrary = async () => {
    if (!self.Arrow) await run("arrow.js");
    self.module = { exports: {} };
    self.require = () => self.Arrow;
    await run("duckdb.js");
    return self.module.exports;
  };

  const start = async () => {
    const library = await readLibrary();
    const packed = await load("duckdb.wasm.packed");
    const unpacked = new Response(packed.body.pipeThrough(new DecompressionStream("gzip")), {
      headers: { "Content-Type": "application/wasm" },
    });
    const engine = URL.createObjectURL(await unpacked.blob());
    const code = URL.createObjectURL(await (await load("duckdb-worker.js")).blob());
    const worker = new Worker(code);
    const database = new library.AsyncDuckDB(new library.VoidLogger(), worker);
    await database.instantiate(engine);
    await database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
    const connection = await database.connect();
    for (const [name, path, sql] of asking.tables) {
      const found = await fetch(asking.base + path);
      if (!found.ok) throw new Error(path);
      await database.registerFileBuffer(`${name}.csv`, new Uint8Array(await found.arrayBuffer()));
      await connection.query(sql);
    }
    await connection.query("set enable_external_access = false");
    await connection.query("set lock_configuration = true");
    [engine, code].forEach((address) => URL.revokeObjectURL(address));
    return { connection, worker };
  };

  const read = (cell) => {
    if (cell === null || cell === undefined) return "";
    return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  };
  const write = (cell) => {
    const words = read(cell);
    return /[",\r\n]/.test(words) || (cell === "") ? `"${words.replaceAll('"', '""')}"` : words;
  };
  const make = (kind, values) => Object.assign(document.createElement(kind), values);

  // Days come as milliseconds; everything else as what it is.
  const listRows = (found) => {
    const columns = found.schema.fields.map(({ type }, number) => {
      const column = found.getChildAt(number);
      const isDay = String(type).startsWith("Date");
      return (row) => {
        const cell = column.get(row);
        return isDay && cell !== null ? new Date(Number(cell)) : cell;
      };
    });
    return Array.from({ length: found.numRows }, (_, row) => columns.map((column) => column(row)));
  };
  const show = (found) => {
    const names = found.schema.fields.map((one) => one.name);
    const rows = listRows(found);
    const kinds = names.map((_, number) =>
      (rows.some((row) => typeof row[number] === "number") ? "k-col-points" : ""));
    const table = make("table", { className: "k-board" });
    const head = table.createTHead().insertRow();
    names.forEach((textContent, number) =>
      head.append(make("th", { scope: "col", className: kinds[number], textContent })));
    const body = table.createTBody();
    for (const row of rows.slice(0, SHOWN)) {
      const line = body.insertRow();
      row.forEach((cell, number) =>
        line.append(make("td", { className: kinds[number], textContent: read(cell) })));
    }
    answer.replaceChildren(table);
    answer.hidden = false;
    const lines = [names, ...rows].map((row) => row.map(write).join(",") + "\n");
    URL.revokeObjectURL(take.href);
    take.href = URL.createObjectURL(new Blob(lines, { type: "text/csv;charset=utf-8" }));
    take.hidden = false;
    say(rows.length > SHOWN ? "more" : "rows", { n: rows.length, shown: SHOWN });
  };

  const rest = (isIdle) => { [go.disabled, stop.hidden] = [!isIdle, isIdle]; };
  async function ask() {
    if (go.disabled) return;
    turn += 1;
    const mine = turn;
    rest(false);
    [fault.hidden, answer.hidden, take.hidden] = [true, true, true];
    say("loads");
    try {
      started ??= start();
      const database = await started;
      if (mine !== turn) { database.worker.terminate(); return; }
      running = database.worker;
      say("counts");
      show(await database.connection.query(field.value));
    } catch (error) {
      if (mine !== turn) return;
      say(running ? "fault" : "lost");
      fault.textContent = running ? error.message : "";
      fault.hidden = !running;
      if (!running) started = null;
    }
    rest(true);
  }
  function halt() {
    turn += 1;
    if (running) running.terminate();
    [running, started] = [null, null];
    rest(true);
    say("stopped");
  }

  if (!self.WebAssembly || !self.DecompressionStream) {
    document.querySelector(".p-without").prepend(asking.words.old);
    return;
  }
  place.hidden = false;
  document.querySelector(".p-without").hidden = true;
  go.addEventListener("click", ask);
  field.addEventListener("keydown", (key) => { if (key.key === "Enter" && key.ctrlKey) ask(); });
  stop.addEventListener("click", halt);
  place.querySelectorAll("[data-sql]").forEach((one) => one.addEventListener("click", () => {
    field.value = one.dataset.sql;
    ask();
  }));
})();
