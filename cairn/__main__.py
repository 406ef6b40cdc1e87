from cairn import main

main()
