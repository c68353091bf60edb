#include "tests/browser/chromium.h"

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "tests/support/process.h"

namespace tests {
namespace {

using linter::base::Json;

constexpr int patience_ms = 60'000;

[[noreturn]] void start(const std::string& folder, int reads, int writes) {
  // the pipe is where Chromium looks for it: it reads 3 and writes 4
  const int in = ::fcntl(reads, F_DUPFD, 10);
  const int out = ::fcntl(writes, F_DUPFD, 10);
  ::dup2(in, 3);
  ::dup2(out, 4);
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (const int stream : {0, 1, 2}) ::dup2(nowhere, stream);
  ::setpgid(0, 0);
  ::setenv("HOME", folder.c_str(), 1);
  const std::string settings = "--user-data-dir=" + folder;
  ::execlp("chromium", "chromium", "--headless=new", "--no-sandbox", "--disable-gpu",
           "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
           "--remote-debugging-pipe", settings.c_str(), "about:blank", nullptr);
  ::_exit(127);
}

}  // namespace

bool has_chromium() {
  return run({.arguments = {"sh", "-c", "command -v chromium"}}).exit == 0;
}

Chromium::Chromium(const std::string& folder) {
  int down[2];
  int up[2];
  if (::pipe2(down, O_CLOEXEC) != 0 || ::pipe2(up, O_CLOEXEC) != 0)
    throw std::runtime_error("no pipe");
  process_ = ::fork();
  if (process_ == 0) start(folder, down[0], up[1]);
  ::close(down[0]);
  ::close(up[1]);
  to_ = down[1];
  from_ = up[0];
  const Json target = call("Target.createTarget", {{"url", "about:blank"}});
  const Json attached =
      call("Target.attachToTarget", {{"targetId", target.at("targetId")}, {"flatten", true}});
  session_ = attached.at("sessionId");
  for (const char* domain : {"Page", "Runtime", "Log", "Network"})
    call(std::string(domain) + ".enable");
}

Chromium::~Chromium() {
  ::close(to_);
  ::close(from_);
  if (process_ <= 0) return;
  ::kill(-process_, SIGKILL);
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

Json Chromium::receive() {
  for (;;) {
    if (const std::size_t end = received_.find('\0'); end != std::string::npos) {
      Json message = Json::parse(received_.substr(0, end));
      received_.erase(0, end + 1);
      return message;
    }
    pollfd readable{.fd = from_, .events = POLLIN, .revents = 0};
    if (::poll(&readable, 1, patience_ms) <= 0) throw std::runtime_error("Chromium is silent");
    char bytes[65536];
    const ssize_t got = ::read(from_, bytes, sizeof bytes);
    if (got <= 0) throw std::runtime_error("Chromium has ended");
    received_.append(bytes, static_cast<std::size_t>(got));
  }
}

void Chromium::note(const Json& event) {
  const std::string method = event.value("method", "");
  const bool is_request = method == "Network.requestWillBeSent";
  const bool complains = method == "Runtime.exceptionThrown" || method == "Log.entryAdded" ||
                         method == "Page.javascriptDialogOpening";
  if (!complains && !is_request) return;
  if (is_request) {
    const std::string url = event.at("params").at("request").at("url");
    if (url.starts_with("file:") || url.starts_with("blob:")) return;
  }
  complaints_.push_back(event.dump());
}

Json Chromium::call(const std::string& method, Json parameters) {
  Json message = {{"id", ++last_}, {"method", method}};
  message["params"] = parameters.is_null() ? Json::object() : std::move(parameters);
  if (!session_.empty()) message["sessionId"] = session_;
  const std::string text = message.dump() + '\0';
  for (std::size_t sent = 0; sent < text.size();) {
    const ssize_t wrote = ::write(to_, text.data() + sent, text.size() - sent);
    if (wrote <= 0) throw std::runtime_error("Chromium does not listen");
    sent += static_cast<std::size_t>(wrote);
  }
  for (;;) {
    Json answer = receive();
    if (answer.value("id", 0) != last_) {
      note(answer);
      continue;
    }
    if (answer.contains("error")) throw std::runtime_error(method + ": " + answer["error"].dump());
    return answer.at("result");
  }
}

double Chromium::open(const std::string& path) {
  const auto begin = std::chrono::steady_clock::now();
  call("Page.navigate", {{"url", "file://" + path}});
  while (evaluate("document.readyState + (document.documentElement?.dataset.ready || '')") !=
         "completeyes") {
    const auto waited = std::chrono::steady_clock::now() - begin;
    if (waited > std::chrono::milliseconds(patience_ms))
      throw std::runtime_error("the page is not shown");
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))");
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  return took.count();
}

Json Chromium::evaluate(const std::string& script) {
  const Json result = call("Runtime.evaluate", {{"expression", script},
                                                {"returnByValue", true},
                                                {"awaitPromise", true},
                                                {"userGesture", true}});
  if (result.contains("exceptionDetails"))
    ADD_FAILURE() << script << '\n' << result["exceptionDetails"].dump();
  return result.at("result").value("value", Json());
}

void Chromium::press(const std::string& key) {
  const bool is_letter = key.size() == 1;
  Json down = {{"type", "keyDown"}, {"key", key}};
  if (is_letter) down["text"] = key;
  if (key == "Enter") down["text"] = "\r";
  call("Input.dispatchKeyEvent", down);
  call("Input.dispatchKeyEvent", {{"type", "keyUp"}, {"key", key}});
}

void Chromium::type(const std::string& text) {
  call("Input.insertText", {{"text", text}});
}

std::string Chromium::print() {
  return call("Page.printToPDF", {{"printBackground", true}}).at("data");
}

void Chromium::resize(int width, int height) {
  call("Emulation.setDeviceMetricsOverride",
       {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", width < 600}});
}

}  // namespace tests
