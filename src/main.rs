fn main() {
    std::process::exit(gorun::command::main());
}
