// Chromium, where this machine has it, steered through its debugging pipe.
#pragma once

#include <string>
#include <vector>

#include "linter/base/json.h"

namespace tests {

[[nodiscard]] bool has_chromium();

// One browser with one page, without a window. Throws std::runtime_error when it does not answer.
class Chromium {
 public:
  // `folder` is for its settings.
  explicit Chromium(const std::string& folder);
  ~Chromium();
  Chromium(const Chromium&) = delete;
  Chromium& operator=(const Chromium&) = delete;

  // Opens a file and waits until its script has shown it; the milliseconds that took.
  double open(const std::string& path);
  // The value of a script, run in the page; its exception fails the test.
  linter::base::Json evaluate(const std::string& script);
  void press(const std::string& key);
  void type(const std::string& text);
  // The page as it would be printed: the bytes of a PDF, in base64.
  std::string print();
  void resize(int width, int height);
  // What the page logged, threw, or asked of the network, beside the file itself.
  [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }

 private:
  linter::base::Json call(const std::string& method, linter::base::Json parameters = {});
  linter::base::Json receive();
  void note(const linter::base::Json& event);

  int process_ = -1;
  int to_ = -1;
  int from_ = -1;
  int last_ = 0;
  std::string received_;
  std::string session_;
  std::vector<std::string> complaints_;
};

}  // namespace tests
