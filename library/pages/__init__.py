"""Reading files in processes of their own: what is asked, who asks, who answers."""
