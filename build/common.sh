# Shared by the commands in this folder. Sourced, with $root set to the repository.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# global.json asks for an SDK; without a fitting one dotnet fails in a way that helps nobody.
need_dotnet() {
  command -v dotnet > /dev/null || PATH="$PATH:${DOTNET_ROOT:-$HOME/.dotnet}:/usr/share/dotnet"
  (cd "$root" && dotnet --version > /dev/null 2>&1) && return
  fail "The .NET 10 SDK is missing. Get it with one of:
  apt-get install dotnet-sdk-10.0      (https://learn.microsoft.com/dotnet/core/install/linux)
  curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0
  https://dotnet.microsoft.com/download/dotnet/10.0"
}
