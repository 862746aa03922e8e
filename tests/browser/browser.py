"""A headless Chromium, driven by WebDriver's protocol through chromedriver.

    with Browser() as browser:
        browser.view(width=360, scheme="dark")
        browser.open(path)
        browser.run("return document.title")

It has a profile of its own, new and empty. Whatever happens, nothing that it started is left; a
test that takes too long, or is told to stop, ends by itself before ctest kills it.
"""
import base64
import contextlib
import json
import math
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

LONGEST = 30        # seconds that one call may take
LONGEST_TEST = 280  # less than the TIMEOUT that ctest has
FLAGS = ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars "
         "--disable-background-networking --disable-component-update --disable-sync").split()
MOST_PICTURES, TALLEST = 6, 2000  # of one page; pixels of each
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11)}  # inches


def ask_for_localhost():
    """chromedriver finds Chromium at this name; a system without /etc/hosts may not know it."""
    try:
        socket.getaddrinfo("localhost", None)
    except OSError:
        print("SKIPPED: localhost has no address; add \"127.0.0.1 localhost\" to /etc/hosts")
        sys.exit(77)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def end_users_of(folder):
    """Ends the processes whose command line names `folder`, which is ours alone."""
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if folder.encode() in (entry / "cmdline").read_bytes():
                os.kill(int(entry.name), signal.SIGKILL)


def give_up(number, _):
    signal.alarm(0)
    raise SystemExit(f"stopped by {signal.Signals(number).name}")


class Browser:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="rung-browser-")
        self.driver = None

    def __enter__(self):
        ask_for_localhost()
        signal.signal(signal.SIGTERM, give_up)
        signal.signal(signal.SIGALRM, give_up)
        signal.alarm(LONGEST_TEST)
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        port = free_port()
        environment = {"HOME": self.folder, "TMPDIR": self.folder, "PATH": os.environ["PATH"],
                       "LC_ALL": "C.UTF-8"}
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"], env=environment,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.address = f"http://127.0.0.1:{port}"
        self.wait()
        options = {"args": [*FLAGS, f"--user-data-dir={self.folder}/profile"]}
        capabilities = {"browserName": "chrome", "goog:chromeOptions": options,
                        "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"}}
        session = self.call("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.address += "/session/" + session["sessionId"]
        self.call("POST", "/url", {"url": "about:blank"})  # away from Chromium's own first page

    def wait(self):
        until = time.monotonic() + LONGEST
        while True:
            with contextlib.suppress(OSError):
                if self.call("GET", "/status")["ready"]:
                    return
            if time.monotonic() > until or self.driver.poll() is not None:
                raise RuntimeError("chromedriver does not start")
            time.sleep(0.05)

    def stop(self):
        if self.driver:
            with contextlib.suppress(OSError, RuntimeError):
                self.call("DELETE", "")
            self.driver.kill()
            self.driver.wait()
        end_users_of(self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=LONGEST) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refused:
            raise RuntimeError(json.load(refused)["value"]["message"]) from None

    def devtools(self, command, **parameters):
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    # --- What a person has in front of them ------------------------------------------------------
    def view(self, width, height=900, scheme="light", letters=16, forced="none"):
        """`letters`: the size that a person has chosen for plain text, in pixels. `forced`: "active"
        where the person's own colours take the place of the page's."""
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height,
                      deviceScaleFactor=1, mobile=False)
        self.devtools("Emulation.setEmulatedMedia",
                      features=[{"name": "prefers-color-scheme", "value": scheme},
                                {"name": "forced-colors", "value": forced}])
        self.devtools("Page.setFontSizes", fontSizes={"standard": letters, "fixed": letters})

    def open(self, path):
        self.call("POST", "/url", {"url": pathlib.Path(path).as_uri()})

    def run(self, script, *words):
        return self.call("POST", "/execute/sync", {"script": script, "args": list(words)})

    def run_later(self, script, *words):
        """What the script gives to the function that is its last argument."""
        return self.call("POST", "/execute/async", {"script": script, "args": list(words)})

    def press(self, key):
        for kind in ("keyDown", "keyUp"):
            self.devtools("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                          windowsVirtualKeyCode={"Tab": 9, "Enter": 13}[key],
                          text={"Enter": "\r"}.get(key, ""))

    # --- What came of it --------------------------------------------------------------------------
    def requests(self):
        """Addresses that were asked for since the last call."""
        entries = self.call("POST", "/se/log", {"type": "performance"})
        messages = (json.loads(entry["message"])["message"] for entry in entries)
        return [message["params"]["request"]["url"] for message in messages
                if message["method"] == "Network.requestWillBeSent"]

    def complaints(self):
        """What the browser said in its console since the last call."""
        return [entry["message"] for entry in self.call("POST", "/se/log", {"type": "browser"})]

    def pictures(self, stem):
        """The page from top to bottom, as far as people look: STEM-1.png, STEM-2.png, …"""
        size = self.devtools("Page.getLayoutMetrics")["cssContentSize"]
        for number in range(min(MOST_PICTURES, math.ceil(size["height"] / TALLEST))):
            top = number * TALLEST
            clip = {"x": 0, "y": top, "width": size["width"], "scale": 1,
                    "height": min(TALLEST, size["height"] - top)}
            shot = self.devtools("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
            pathlib.Path(f"{stem}-{number + 1}.png").write_bytes(base64.b64decode(shot["data"]))

    def print(self, path, paper):
        width, height = PAPERS[paper]
        printed = self.devtools("Page.printToPDF", paperWidth=width, paperHeight=height,
                                preferCSSPageSize=False, printBackground=False)
        pathlib.Path(path).write_bytes(base64.b64decode(printed["data"]))
